package org.rapidsms.app.locations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.app.App;
import org.rapidsms.location.Location;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Conversation;
import org.rapidsms.testing.Some;
import org.rapidsms.testing.TestRouter;

/** The app that finds places in texts. */
class LocationsTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    /** Says what the parse phase has made of a text. */
    private static final App REPEATING =
            new App() {
                @Override
                public boolean handle(IncomingMessage message) {
                    var place = message.location().map(p -> " [" + p + "]").orElse("");
                    message.respond("'" + message.text() + "'" + place);
                    return true;
                }
            };

    private final String code = Some.text();
    private final String name = "Fort " + Some.text();

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsThePlaceByItsCodeOrName(TestDatabase database) {
        goes(
                database,
                """
                1 > report at CODE
                1 < 'report' [NAME]
                1 > report At  UPPER
                1 < 'report' [NAME]
                1 > meet at noon at NAME
                1 < 'meet at noon' [NAME]
                """);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void leavesATextThatNamesNoPlaceAsItIs(TestDatabase database) {
        goes(
                database,
                """
                1 > meet me at noon
                1 < 'meet me at noon'
                1 > meet me at CODEx
                1 < 'meet me at CODEx'
                1 > at CODE
                1 < 'at CODE'
                1 > format CODE
                1 < 'format CODE'
                """);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void doesNotGuessBetweenPlacesOfOneName(TestDatabase database) {
        database.run(
                entities -> {
                    entities.persist(new Location(name, Some.text()));
                    entities.persist(new Location(name, Some.text()));
                    var message = router(entities).receive("report at " + name, "1");
                    assertThat(message.location()).isEmpty();
                    assertThat(message.text()).isEqualTo("report at " + name);
                });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void asksTheDatabaseOnceAndOnlyIfThereIsAnAt(TestDatabase database) {
        database.run(
                entities -> {
                    entities.persist(new Location(name, code));
                    entities.flush();
                    entities.clear();
                    var statistics = database.entities().getStatistics();
                    statistics.setStatisticsEnabled(true);
                    statistics.clear();
                    var router = router(entities);
                    router.receive("report attendance", "1");
                    router.receive("report at " + "x".repeat(101), "1");
                    assertThat(statistics.getPrepareStatementCount()).isZero();
                    router.receive("report at " + code, "1");
                    assertThat(statistics.getPrepareStatementCount()).isEqualTo(1);
                    statistics.setStatisticsEnabled(false);
                });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void keepsTheTextAsItCame(TestDatabase database) {
        var seen = new AtomicReference<IncomingMessage>();
        database.run(
                entities -> {
                    entities.persist(new Location(name, code));
                    seen.set(router(entities).receive("report at " + code, "1"));
                });
        assertThat(seen.get().rawText()).isEqualTo("report at " + code);
        assertThat(seen.get().text()).isEqualTo("report");
    }

    private void goes(TestDatabase database, String script) {
        database.run(
                entities -> {
                    entities.persist(new Location(name, code));
                    Conversation.with(router(entities))
                            .goes(
                                    script.replace("UPPER", code.toUpperCase(Locale.ROOT))
                                            .replace("CODE", code)
                                            .replace("NAME", name));
                });
    }

    private static TestRouter router(EntityManager entities) {
        var app = new Locations();
        app.entities = entities;
        return TestRouter.with(app, REPEATING);
    }
}
