package org.rapidsms.backend.kannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.Some;
import org.rapidsms.testing.SomeGateway;

/** What follows from the lines that Kannel 1.4.5 answers, as recorded. */
class KannelReplyTest {

    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "hello", List.of("+1", "abc", "2"), Map.of());

    @Test
    void pitfall7ANameWithASpaceIsNotTakenForSeveralPhones() {
        var called = new ArrayList<String>();
        var outcomes =
                kannel(
                                new SomeGateway(
                                        call -> {
                                            called.add(call.address().getRawQuery());
                                            return new Reply(202, "0: Accepted for delivery");
                                        }))
                        .send(new OutgoingSms("m1", "x", List.of("MY BANK", "2"), Map.of()));

        assertThat(outcomes)
                .extracting(Outcome::identity, Outcome::failure)
                .containsExactly(
                        tuple("MY BANK", Optional.of(SendFailure.REJECTED)),
                        tuple("2", Optional.empty()));
        assertThat(called).singleElement().asString().contains("to=2&");
    }

    @Test
    void whatIsQueuedForLaterDeliveryCountsAsTakenAndSaysSo() {
        var outcomes = kannel(new Reply(202, "3: Queued for later delivery")).send(HELLO);

        assertThat(outcomes)
                .extracting(Outcome::failure, Outcome::words)
                .containsOnly(tuple(Optional.empty(), "3: Queued for later delivery"));
    }

    @Test
    void thatKannelIsCutOffFromItsNetworkIsLoggedOnceAndThatItIsBackToo() {
        var replies =
                new ArrayList<>(
                        List.of(
                                new Reply(202, "0: Accepted for delivery"),
                                new Reply(202, "3: Queued for later delivery"),
                                new Reply(202, "3: Queued for later delivery"),
                                new Reply(202, "0: Accepted for delivery"),
                                new Reply(202, "0: Accepted for delivery")));
        var name = Some.text();
        var gateway = new SomeGateway(call -> replies.remove(0));
        var kannel = new KannelEngine(gateway).configure(name, Settings.of("x", Map.of()));

        var lines =
                logged(
                        () -> {
                            while (!replies.isEmpty()) {
                                kannel.send(HELLO);
                            }
                        });

        assertThat(lines)
                .containsExactly(
                        "RSMS00240: Kannel of backend "
                                + name
                                + " has no connection to a network: it keeps what it takes",
                        "RSMS00241: Kannel of backend "
                                + name
                                + " is connected to a network again");
    }

    @Test
    void deniedReceiversHaveFailedAndTheOthersHaveNot() {
        var outcomes =
                kannel(new Reply(202, "Sent. Denied receivers are: abc 2 Message splits: 3"))
                        .send(HELLO);

        assertThat(outcomes)
                .extracting(Outcome::identity, Outcome::failure)
                .containsExactly(
                        tuple("+1", Optional.empty()),
                        tuple("abc", Optional.of(SendFailure.REJECTED)),
                        tuple("2", Optional.of(SendFailure.REJECTED)));
    }

    @Test
    void noAnswerAfterTheCallWasMadeIsUnknownUntilAReportTells() {
        var silent =
                new SomeGateway(
                        call -> {
                            throw new SendException(SendFailure.UNKNOWN, "no answer within 1 ms");
                        });

        assertThatThrownBy(() -> kannel(silent).send(HELLO))
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.UNKNOWN));
    }

    @Test
    void oneCallHasNoMorePhonesThanAnAddressHolds() {
        assertThat(kannel(new Reply(202, "")).phonesAtOnce()).isEqualTo(100);
    }

    private static Backend kannel(Reply reply) {
        return kannel(new SomeGateway(call -> reply));
    }

    private static Backend kannel(SomeGateway gateway) {
        return new KannelEngine(gateway).configure("test", Settings.of("x", Map.of()));
    }

    private static List<String> logged(Runnable work) {
        var lines = new ArrayList<String>();
        var logger = Logger.getLogger("org.rapidsms.backend");
        var handler =
                new Handler() {
                    @Override
                    public void publish(LogRecord line) {
                        lines.add(line.getMessage());
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                };
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
        return lines;
    }
}
