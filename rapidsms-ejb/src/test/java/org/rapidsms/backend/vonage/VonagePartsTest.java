package org.rapidsms.backend.vonage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.TextPartsOn;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.Some;

/** Long texts of phones, which Vonage delivers in parts, on real databases. */
class VonagePartsTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private final String name = Some.text();
    private final Map<String, String> settings =
            new HashMap<>(Map.of("api-key", "k", "api-secret", "s", "from", "789"));
    private final List<IncomingSms> received = new ArrayList<>();

    @ParameterizedTest
    @MethodSource(DATABASES)
    void pitfall19PartsInAnyOrderAreOneText(TestDatabase database) {
        deliver(backend(database), part("M3", 3, 3, "three"));
        deliver(backend(database), part("M1", 3, 1, "one "));
        assertThat(received).isEmpty();
        deliver(backend(database), part("M2", 3, 2, "two "));

        assertThat(said()).containsExactly("one two three");
        assertThat(received.get(0).identity()).isEqualTo("15550001");
        assertThat(received.get(0).fields()).containsOnlyKeys("external_id", "to");
        assertThat(received.get(0).fields()).containsEntry("to", "789");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void pitfall19ATextWhosePartIsMissingIsHandedOnAfterAWhile(TestDatabase database) {
        deliver(backend(database), part("M1", 2, 1, "patient"));
        settings.put("parts-wait", "0s");
        deliver(backend(database), part("M2", 3, 3, "three"));
        deliver(backend(database), part("M3", 3, 2, "two "));
        handOnLate(database);
        handOnLate(database);

        assertThat(said()).containsExactly("three", "two ");
        assertThat(received.get(0).fields()).containsEntry("parts", "1 of 3");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aPartThatIsRepeatedChangesNothing(TestDatabase database) {
        var backend = backend(database);
        deliver(backend, part("M1", 2, 1, "one "));
        deliver(backend, part("M1", 2, 1, "one "));
        deliver(backend, part("M2", 2, 2, "two"));
        var parts = new TextPartsOn(database, name);
        assertThat(parts.count(name)).isEqualTo(2);

        deliver(backend, part("M2", 2, 2, "two"));
        deliver(backend, part("M1", 2, 1, "one "));

        assertThat(said()).containsOnly("one two");
        assertThat(ids()).hasSize(1);
        assertThat(parts.count(name)).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aTextThatIsRepeatedWhenItWasHandedOnLongAgoIsTheSame(TestDatabase database) {
        var backend = backend(database);
        deliver(backend, part("M1", 2, 1, "one "));
        deliver(backend, part("M2", 2, 2, "two"));
        deliver(backend, part("M3", 2, 1, "begins anew"));
        handOnLate(database);
        deliver(backend, part("M1", 2, 1, "one "));
        deliver(backend, part("M2", 2, 2, "two"));

        assertThat(said()).containsOnly("one two");
        assertThat(ids()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void thePhonesNextTextOfThatReferenceIsAnotherEvenIfItSaysTheSame(TestDatabase database) {
        var backend = backend(database);
        deliver(backend, part("M1", 2, 1, "one "));
        deliver(backend, part("M2", 2, 2, "two"));
        deliver(backend, part("M3", 2, 1, "one "));
        deliver(backend, part("M4", 2, 2, "two"));
        handOnLate(database);

        assertThat(said()).containsOnly("one two");
        assertThat(ids()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void partsThatComeToSeveralNodesAtOnceMakeOneText(TestDatabase database) {
        var nodes = List.of(backend(database), backend(database));

        IntStream.rangeClosed(1, 8)
                .parallel()
                .forEach(i -> deliver(nodes.get(i % 2), part("M" + i, 8, i, String.valueOf(i))));

        assertThat(said()).containsExactly("12345678");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aPartThatComesWhileTheOthersAreHandedOnIsNotLost(TestDatabase database) {
        deliver(backend(database), part("M1", 3, 1, "one "));
        settings.put("parts-wait", "0s");
        deliver(backend(database), part("M2", 3, 2, "two "));
        new TextPartsOn(database, name)
                .late()
                .handOn(
                        name,
                        sms -> {
                            received.add(sms);
                            deliver(backend(database), part("M3", 3, 3, "three"));
                        });
        handOnLate(database);

        assertThat(said()).containsExactly("one two ", "three");
        assertThat(ids()).hasSize(2);
    }

    private Backend backend(TestDatabase database) {
        return new VonageEngine(null, new TextPartsOn(database, name))
                .configure(name, Settings.of("rapidsms.backends." + name, settings));
    }

    private void deliver(Backend backend, String query) {
        var call = new WebhookRequest("GET", "", query, "", Map.of(), new byte[0]);
        var events = backend.receive(call).events();
        synchronized (received) {
            events.forEach(event -> received.add((IncomingSms) event));
        }
    }

    private void handOnLate(TestDatabase database) {
        new TextPartsOn(database, name).late().handOn(name, received::add);
    }

    private List<String> said() {
        return received.stream().map(IncomingSms::text).toList();
    }

    private List<String> ids() {
        return received.stream().map(sms -> sms.fields().get("external_id")).distinct().toList();
    }

    private static String part(String id, int total, int number, String text) {
        return "msisdn=15550001&to=789&messageId=%s&text=%s&type=text&concat=true&concat-ref=42&concat-total=%d&concat-part=%d"
                .formatted(id, text.replace(' ', '+'), total, number);
    }
}
