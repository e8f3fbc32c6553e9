package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.message.IncomingMessage;

/** What becomes of a message that could not be stored with what the apps did. */
class IncomingTest {

    private static final long ROW = 7;

    private final Failing worker = new Failing();
    private final Remembering claims = new Remembering();

    @ParameterizedTest
    @MethodSource
    void waitsIfTheDatabaseCouldNotDoItsWork(Exception why) {
        worker.failures = List.of(why, why);

        assertThatThrownBy(() -> incoming().route(ROW, Optional.empty()))
                .isInstanceOf(EJBException.class);
        assertThat(claims.givenUp).isEmpty();
    }

    static List<Exception> waitsIfTheDatabaseCouldNotDoItsWork() {
        return List.of(
                new SQLException("connection refused", "08001"),
                new SQLException("the database system is shutting down", "57P03"),
                new SQLException("too many connections", "53300"),
                new SQLException("deadlock detected", "40P01"),
                new SQLException(new ResourceException("no managed connections available")),
                new XAException(XAException.XAER_RMFAIL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01"})
    void isGivenUpIfTheDatabaseRefusesIt(String state) {
        var refused = new SQLException("refused", state);
        worker.failures = List.of(refused, refused);

        incoming().route(ROW, Optional.empty());

        assertThat(claims.givenUp).containsExactly(ROW);
    }

    @Test
    void isRoutedOnceMoreWhateverWentWrong() {
        worker.failures = List.of(new SQLException("deadlock detected", "40P01"));

        incoming().route(ROW, Optional.empty());

        assertThat(worker.attempts).isEqualTo(2);
        assertThat(claims.givenUp).isEmpty();
    }

    @Test
    void otherLanesAreServedThoughOneMessageIsTakenOnAlone() {
        claims.alone = new Stored(ROW, 1);
        claims.waiting = new Stored(ROW + 1, 2);
        var incoming = incoming();
        incoming.lanes.call(2);

        incoming.serve(1);

        assertThat(worker.attempts).isEqualTo(2);
    }

    private Incoming incoming() {
        var incoming = new Incoming();
        incoming.worker = worker;
        incoming.claims = claims;
        incoming.lanes = new Lanes();
        return incoming;
    }

    /** Fails as it is told, once for each failure. */
    private static final class Failing extends IncomingWorker {

        private List<Exception> failures = List.of();
        private int attempts;

        @Override
        public List<Batch> route(long row, Optional<IncomingMessage> live, Attempt attempt) {
            if (attempts < failures.size()) {
                throw new EJBException(failures.get(attempts++));
            }
            attempts++;
            return List.of();
        }
    }

    /** Has two messages, of which one goes alone, and remembers what was given up. */
    private static final class Remembering extends InboxClaims {

        private final List<Long> givenUp = new ArrayList<>();
        private Stored alone;
        private Stored waiting;

        @Override
        public List<Stored> begin(Collection<Integer> lanes) {
            var next = alone == null ? waiting : alone;
            if (next == null || !lanes.contains(next.lane())) {
                return List.of();
            }
            waiting = alone == null ? null : waiting;
            alone = null;
            return List.of(next);
        }

        @Override
        public void giveUp(long row, String problem) {
            givenUp.add(row);
        }
    }
}
