package org.rapidsms.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

/**
 * The story of a backend as a table, a line a case. Nothing leaves this machine.
 *
 * <p>A call is written as {@code GET status?id=1}, {@code POST ?a=b} or {@code POST a=b&c=d} for a
 * form; a call that is made, as {@code GET http://host/path?query} or {@code POST http://host/path
 * body}.
 */
public final class BackendTable {

    private static final String NAME = "test";
    private static final String ADDRESS = "https://sms.example.org/backend/test/";

    private final Function<Gateway, BackendEngine> engine;
    private final List<DynamicTest> tests = new ArrayList<>();
    private Map<String, String> settings = new LinkedHashMap<>();

    private BackendTable(Function<Gateway, BackendEngine> engine) {
        this.engine = engine;
    }

    /** A table of this engine, which is given the gateway that it shall call. */
    public static BackendTable of(Function<Gateway, BackendEngine> engine) {
        return new BackendTable(engine);
    }

    /** Sets something for the lines that follow. */
    public BackendTable setting(String name, String value) {
        settings = new LinkedHashMap<>(settings);
        settings.put(name, value);
        return this;
    }

    /** The lines that follow have no settings. */
    public BackendTable withoutSettings() {
        settings = new LinkedHashMap<>();
        return this;
    }

    /** Without this setting the server does not deploy, and says so. */
    public BackendTable requires(String name) {
        var rest = new HashMap<>(settings);
        rest.remove(name);
        return test(
                "requires " + name,
                () ->
                        assertThatThrownBy(() -> configure(rest, null))
                                .isInstanceOf(SettingsException.class)
                                .hasMessageContaining("rapidsms.backends.test." + name));
    }

    /** With this setting so the server does not deploy, and says why. */
    public BackendTable refusesSetting(String name, String value, String why) {
        var wrong = new HashMap<>(settings);
        wrong.put(name, value);
        return test(
                "refuses " + name + "=" + value,
                () ->
                        assertThatThrownBy(() -> configure(wrong, null))
                                .isInstanceOf(SettingsException.class)
                                .hasMessage("rapidsms.backends.test." + name + " " + why));
    }

    /** This call means these events, and is answered so. */
    public BackendTable receives(String label, String call, String answer, BackendEvent... events) {
        var now = settings;
        return test(
                "receives " + label,
                () -> {
                    var webhook = configure(now, null).receive(request(call));
                    assertThat(webhook.events()).containsExactly(events);
                    assertThat(webhook.answer()).isEqualTo(answer);
                });
    }

    /** This call is refused with this status and a message that says why. */
    public BackendTable refuses(String label, String call, int status, String why) {
        var now = settings;
        return test(
                "refuses " + label,
                () ->
                        assertThatThrownBy(() -> configure(now, null).receive(request(call)))
                                .isInstanceOfSatisfying(
                                        BadWebhookException.class,
                                        e -> assertThat(e.status()).isEqualTo(status))
                                .hasMessageContaining(why));
    }

    /** To send this, exactly these calls are made, and all is well if the gateway says 202. */
    public BackendTable sends(String label, OutgoingSms sms, String... calls) {
        var now = settings;
        return test(
                "sends " + label,
                () -> {
                    var made = new ArrayList<String>();
                    var outcomes = configure(now, recording(made)).send(sms);
                    assertThat(made).containsExactly(calls);
                    assertThat(outcomes).extracting(Outcome::identity).isEqualTo(sms.identities());
                    assertThat(outcomes).allMatch(outcome -> outcome.failure().isEmpty());
                });
    }

    /** The gateway answers so, and that is this failure; no setting's value is told. */
    public BackendTable fails(int status, String body, SendFailure expected) {
        return fails(
                "status " + status + " " + body,
                answering(call -> new Gateway.Reply(status, body)),
                expected);
    }

    /** The text cannot be sent at all. */
    public BackendTable cannotSend(String label, OutgoingSms sms, SendFailure expected) {
        var now = settings;
        return test(
                "cannot send " + label,
                () ->
                        assertThat(failures(configure(now, recording(new ArrayList<>())), sms))
                                .containsOnly(expected));
    }

    private BackendTable fails(String label, Gateway gateway, SendFailure expected) {
        var now = settings;
        var sms = new OutgoingSms("m1", "hello", List.of("1", "2"), Map.of());
        return test(
                "takes " + label + " for " + expected,
                () -> {
                    var backend = configure(now, gateway);
                    assertThat(failures(backend, sms)).containsOnly(expected);
                    assertThat(words(backend, sms))
                            .noneMatch(word -> now.values().stream().anyMatch(word::contains));
                });
    }

    private static List<SendFailure> failures(Backend backend, OutgoingSms sms) {
        try {
            return backend.send(sms).stream().map(o -> o.failure().orElse(null)).toList();
        } catch (SendException e) {
            return List.of(e.failure());
        }
    }

    private static List<String> words(Backend backend, OutgoingSms sms) {
        var words = new ArrayList<String>();
        var thrown = catchThrowable(() -> backend.send(sms).forEach(o -> words.add(o.words())));
        if (thrown != null) {
            words.add(thrown.getMessage());
        }
        return words;
    }

    private static Gateway recording(List<String> calls) {
        return answering(
                call -> {
                    calls.add((call.method() + " " + call.address() + " " + call.body()).strip());
                    return new Gateway.Reply(202, "0: Accepted for delivery");
                });
    }

    private static Gateway answering(Function<Gateway.Call, Gateway.Reply> answer) {
        return new Gateway() {
            @Override
            public Reply call(Call call) {
                return answer.apply(call);
            }

            @Override
            public Socket connect(String host, int port, boolean tls, Duration timeout) {
                throw new AssertionError("it connects to " + host);
            }
        };
    }

    private BackendTable test(String label, Executable body) {
        tests.add(dynamicTest(label, body));
        return this;
    }

    /** All lines, for a {@code @TestFactory}. */
    public Stream<DynamicTest> tests() {
        return tests.stream();
    }

    private Backend configure(Map<String, String> values, Gateway gateway) {
        return engine.apply(gateway)
                .configure(NAME, Settings.of("rapidsms.backends." + NAME, values));
    }

    private static WebhookRequest request(String call) {
        var method = call.split(" ", 2)[0];
        var rest = call.substring(method.length()).strip();
        int mark = rest.indexOf('?');
        if (mark >= 0) {
            return new WebhookRequest(
                    method,
                    rest.substring(0, mark),
                    rest.substring(mark + 1),
                    ADDRESS,
                    Map.of(),
                    new byte[0]);
        }
        return new WebhookRequest(
                method,
                "",
                "",
                ADDRESS,
                Map.of("content-type", "application/x-www-form-urlencoded"),
                rest.getBytes(StandardCharsets.UTF_8));
    }
}
