package org.rapidsms.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** What phones of the message tester have said, on real databases. */
class BackendMessagesTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";
    private static final int MANY = 1_200;

    private final String name = Some.text();
    private final String others = Some.text();

    @ParameterizedTest
    @MethodSource(DATABASES)
    void theNewestAreFoundHoweverMuchOthersHaveSaid(TestDatabase database) {
        say(database, name, "1", 1);
        say(database, others, "1", MANY);
        say(database, name, "2", 1);

        assertThat(newest(database, null)).containsExactly("2", "1");
        assertThat(newest(database, "1")).containsExactly("1");
        assertThat(newest(database, "3")).isEmpty();
    }

    private static void say(TestDatabase database, String name, String identity, int times) {
        database.run(
                entities -> {
                    for (int i = 0; i < times; i++) {
                        entities.persist(
                                BackendMessage.incoming(name, identity, "hello", Some.text()));
                    }
                });
    }

    private List<String> newest(TestDatabase database, String identity) {
        return database.ask(
                entities -> {
                    var messages = new BackendMessages();
                    messages.entities = entities;
                    var found =
                            identity == null
                                    ? messages.newest(name, Long.MAX_VALUE, 5)
                                    : messages.newest(name, identity, Long.MAX_VALUE, 5);
                    return found.stream().map(BackendMessage::getIdentity).toList();
                });
    }
}
