package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.Callers;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Sending;
import org.rapidsms.backend.TextPart;
import org.rapidsms.backend.TextPartsOn;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** Texts of phones whose missing parts have not come, on real databases. */
class LateTextsRoundTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private final String name = Some.text();
    private final List<String> stored = new ArrayList<>();
    private TextPartsOn parts;

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatIsLateIsStoredOnceForItsBackend(TestDatabase database) {
        var round = round(database);
        keep("waits", Duration.ofHours(1));
        keep("late", Duration.ZERO);
        round.look();
        round.look();

        assertThat(stored).containsExactly(name + " late");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatWasHandedOnIsKnownForADay(TestDatabase database) {
        var round = round(database);
        keep("an hour ago", Duration.ofHours(-1));
        keep("the day before yesterday", Duration.ofDays(-2));
        round.look();

        assertThat(stored).hasSize(2);
        assertThat(parts.count(name)).isOne();
    }

    private void keep(String text, Duration wait) {
        parts.keep(new TextPart(name, new IncomingSms("15550001", text), text, 2, 1, wait));
    }

    private LateTextsRound round(TestDatabase database) {
        parts = new TextPartsOn(database, name);
        var round = new LateTextsRound();
        round.parts = parts;
        round.late = parts.late();
        round.backends = backends();
        round.arrivals =
                new Arrivals() {
                    @Override
                    public void store(ConfiguredBackend backend, BackendEvent event) {
                        stored.add(backend.name() + " " + ((IncomingSms) event).text());
                    }
                };
        return round;
    }

    private Backends backends() {
        var backend =
                new ConfiguredBackend(
                        name,
                        "test",
                        sms -> List.of(),
                        Optional.empty(),
                        Sending.USUAL,
                        Duration.ZERO,
                        false,
                        Callers.ANYBODY);
        return new Backends() {
            @Override
            public Collection<ConfiguredBackend> all() {
                return List.of(backend);
            }
        };
    }
}
