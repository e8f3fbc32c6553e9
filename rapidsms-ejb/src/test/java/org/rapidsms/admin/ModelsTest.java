package org.rapidsms.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.account.GroupModel;
import org.rapidsms.account.UserModel;
import org.rapidsms.app.messagelog.LogEntryModel;
import org.rapidsms.backend.database.BackendMessageModel;
import org.rapidsms.contact.ConnectionModel;
import org.rapidsms.contact.ContactModel;
import org.rapidsms.message.MessageModel;
import org.rapidsms.message.ReceivedReportModel;
import org.rapidsms.message.TransmissionModel;
import org.rapidsms.schema.TestDatabase;

/** What holds for every model of RapidSMS itself. */
class ModelsTest {

    private static final Set<String> OF_DATA = Set.of("backend");

    static Stream<EntityModel<?>> models() {
        return Stream.of(
                new ContactModel(),
                new ConnectionModel(),
                new MessageModel(),
                new TransmissionModel(),
                new ReceivedReportModel(),
                new BackendMessageModel(),
                new LogEntryModel(),
                new UserModel(),
                new GroupModel());
    }

    @ParameterizedTest
    @MethodSource("models")
    void itsQueriesAreUnderstoodByBothDatabases(EntityModel<?> model) {
        TestDatabase.all()
                .forEach(
                        database ->
                                database.run(
                                        entities -> {
                                            model.entities = entities;
                                            askEverything(model);
                                        }));
    }

    private static void askEverything(EntityModel<?> model) {
        for (var filter : model.filters()) {
            var value =
                    OF_DATA.contains(filter.name())
                            ? "somewhere"
                            : filter.choices().get().get(0).value();
            for (boolean newer : new boolean[] {true, false}) {
                list(model, "", Map.of(filter.name(), value), newer);
                list(model, "7_%!", Map.of(filter.name(), value), newer);
                list(model, "7", Map.of(), newer);
            }
        }
        list(model, "x", Map.of(), false);
    }

    private static void list(
            EntityModel<?> model, String search, Map<String, String> filters, boolean newer) {
        var wanted = new Listing(search, filters, 5, newer, 3);
        assertThatCode(() -> model.list(wanted)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "account",
                "contact",
                "message",
                "app/messagelog",
                "backend/database"
            })
    void itsWordsAreThereInAllLanguages(String folder) throws IOException {
        var english = keys(folder, "");

        assertThat(english).isNotEmpty();
        assertThat(keys(folder, "_fr")).isEqualTo(english);
        assertThat(keys(folder, "_ar")).isEqualTo(english);
    }

    private static Set<String> keys(String folder, String language) throws IOException {
        var file = "/org/rapidsms/%s/admin%s.properties".formatted(folder, language);
        var words = new Properties();
        try (var bytes = ModelsTest.class.getResourceAsStream(file)) {
            words.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        }
        // A plain apostrophe would swallow the parameters of its words.
        assertThat(words.values().toString()).doesNotContain("'");
        return words.stringPropertyNames();
    }
}
