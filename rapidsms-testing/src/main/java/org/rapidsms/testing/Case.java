package org.rapidsms.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.Webhook;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

/** One line of a table at work: a fresh backend, and the gateway that it calls. */
final class Case {

    private static final String BELOW = "rapidsms.backends." + BackendTable.NAME;

    static final OutgoingSms HELLO = new OutgoingSms("m1", "hello", List.of("1", "2"), Map.of());

    private final Function<Gateway, BackendEngine> engine;
    private final Line line;
    private final TableGateway gateway;

    Case(Function<Gateway, BackendEngine> engine, Line line) {
        this.engine = engine;
        this.line = line;
        gateway = new TableGateway(line.answers());
    }

    /** The settings are, with this sentence about the one of this name. */
    void isRefused(String name, String sentence) {
        assertThatThrownBy(() -> configure(settings()))
                .isInstanceOf(SettingsException.class)
                .hasMessage(BELOW + "." + name + " " + sentence);
    }

    /** The settings are, because there is none of this name. */
    void misses(String name) {
        assertThatThrownBy(() -> configure(settings()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(BELOW + "." + name);
    }

    Webhook receive(String call) {
        var webhook = backend().receive(WrittenCall.of(call).request());
        tellsNoSecret(List.of(webhook.answer()));
        return webhook;
    }

    BadWebhookException refusal(String call) {
        var backend = backend();
        var request = WrittenCall.of(call).request();
        var refusal =
                catchThrowableOfType(BadWebhookException.class, () -> backend.receive(request));
        assertThat(refusal).as("a refusal").isNotNull();
        tellsNoSecret(List.of(refusal.getMessage()));
        if (refusal.isRefusal()) {
            assertThat(backend.knowsCallers()).as("whether it says that it knows them").isTrue();
        }
        return refusal;
    }

    /** What becomes of a text for each of its phones, also if it failed for all alike. */
    List<Outcome> send(OutgoingSms sms) {
        var backend = backend();
        List<Outcome> outcomes;
        try {
            outcomes = backend.send(sms);
        } catch (SendException e) {
            outcomes = sms.identities().stream().map(phone -> Outcome.failed(phone, e)).toList();
        }
        tellsNoSecret(outcomes.stream().map(Outcome::words).toList());
        return outcomes;
    }

    void fails(OutgoingSms sms, SendFailure expected) {
        assertThat(send(sms))
                .isNotEmpty()
                .allMatch(outcome -> outcome.failure().filter(expected::equals).isPresent());
    }

    /** These calls are made, and the gateway has it for all phones. */
    void sends(OutgoingSms sms, String... calls) {
        var outcomes = send(sms);
        var expected = Arrays.stream(calls).map(WrittenCall::of).toList();
        assertThat(WrittenCall.told(gateway.calls(), expected))
                .containsExactlyElementsOf(expected.stream().map(WrittenCall::toString).toList());
        assertThat(outcomes).extracting(Outcome::identity).isEqualTo(sms.identities());
        assertThat(outcomes).allMatch(outcome -> outcome.failure().isEmpty());
    }

    private Settings settings() {
        return Settings.of(BELOW, line.settings());
    }

    private Backend configure(Settings settings) {
        return engine.apply(gateway).configure(BackendTable.NAME, settings);
    }

    private Backend backend() {
        var settings = settings();
        var backend = configure(settings);
        assertThat(settings.known())
                .as("settings that are read")
                .containsAll(
                        line.settings().keySet().stream().map(name -> BELOW + "." + name).toList());
        tellsNoSecret(printed(backend));
        return backend;
    }

    /** A backend and what it holds, as a careless line of a log would show it. */
    private static List<String> printed(Backend backend) {
        var printed = new ArrayList<>(List.of(backend.toString()));
        for (var field : backend.getClass().getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && field.trySetAccessible()) {
                try {
                    printed.add(String.valueOf(field.get(backend)));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return printed;
    }

    private void tellsNoSecret(Collection<String> words) {
        for (var secret : line.secretValues()) {
            assertThat(words)
                    .as("words, in which no password may be")
                    .noneMatch(word -> String.valueOf(word).contains(secret));
        }
    }
}
