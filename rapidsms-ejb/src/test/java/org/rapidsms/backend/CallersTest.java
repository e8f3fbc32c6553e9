package org.rapidsms.backend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

/** Whose calls of a webhook are read. */
class CallersTest {

    private static final String HERE = "192.0.2.7";
    private static final Map<String, String> SECRET = Map.of("webhook-secret", "s3cret & more");
    private static final Map<String, String> BASIC = Map.of("webhook-basic", "mtn:pass:word é");
    private static final Map<String, String> FROM =
            Map.of("allow-from", "192.0.2.0/24, 2001:db8::/32 203.0.113.9");

    @Test
    void anybodyMayCallIfNothingIsSet() {
        assertThat(status(Map.of(), "", Map.of(), "203.0.113.1")).isZero();
        assertThat(callers(Map.of()).areAnybody()).isTrue();
        assertThat(callers(SECRET).areAnybody()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "secret=s3cret+%26+more,         0",
        "id=1&secret=s3cret%20%26%20more, 0",
        "secret=s3cret+%26+mor,          403",
        "secret=,                        403",
        "secret,                         403",
        "nosecret=s3cret+%26+more,       403",
        "id=1,                           403"
    })
    void aSecretMayStandInTheQuery(String query, int status) {
        assertThat(status(SECRET, query, Map.of(), HERE)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Webhook-Secret, s3cret & more,         0",
        "x-webhook-secret, s3cret & more,         0",
        "X-Webhook-Secret, s3cret & more!,        403",
        "Authorization,    Bearer s3cret & more,  0",
        "authorization,    bearer s3cret & more,  0",
        "Authorization,    s3cret & more,         403",
        "Authorization,    Basic s3cret & more,   403",
        "X-Other,          s3cret & more,         403"
    })
    void aSecretMayStandInAHeader(String name, String value, int status) {
        assertThat(status(SECRET, "", Map.of(name, value), HERE)).isEqualTo(status);
    }

    @Test
    void userAndPasswordAreAskedFor() {
        assertThat(status(BASIC, "", basic("mtn:pass:word é"), HERE)).isZero();
        assertThat(status(BASIC, "", basic("mtn:pass"), HERE)).isEqualTo(401);
        assertThat(status(BASIC, "", Map.of("Authorization", "Basic %%%"), HERE)).isEqualTo(401);
        assertThat(status(BASIC, "", Map.of("Authorization", "Basic"), HERE)).isEqualTo(401);
        assertThat(status(BASIC, "", Map.of(), HERE)).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.200, 0",
        "203.0.113.9, 0",
        "2001:db8:0:0:0:0:0:1, 0",
        "203.0.113.10, 403",
        "0:0:0:0:0:0:0:1, 403",
        "unknown, 403",
        "'', 403"
    })
    void callsComeFromWhereTheyMay(String address, int status) {
        assertThat(status(FROM, "", Map.of(), address)).isEqualTo(status);
    }

    @Test
    void allThatIsSetMustHold() {
        var all =
                Map.of(
                        "webhook-secret", "s",
                        "webhook-basic", "u:p",
                        "allow-from", HERE);
        assertThat(status(all, "secret=s", basic("u:p"), HERE)).isZero();
        assertThat(status(all, "secret=s", basic("u:p"), "192.0.2.8")).isEqualTo(403);
        assertThat(status(all, "secret=x", basic("u:p"), HERE)).isEqualTo(403);
        assertThat(status(all, "secret=s", basic("u:x"), HERE)).isEqualTo(401);
    }

    @Test
    void theBackendNeverSeesACallThatIsRefused() {
        var backend = new Recording();
        var configured = configured(backend, callers(SECRET));

        var refused =
                catchThrowableOfType(
                        BadWebhookException.class,
                        () -> configured.receive(call("id=1", Map.of()), HERE));
        assertThat(refused.isRefusal()).isTrue();
        assertThat(refused).hasMessageNotContaining("s3cret");
        assertThat(backend.queries).isEmpty();

        configured.receive(call("id=1&secret=s3cret+%26+more", Map.of()), HERE);
        assertThat(backend.queries)
                .as("as it was sent, because some gateways sign it")
                .containsExactly("id=1&secret=s3cret+%26+more");
    }

    @Test
    void whoTakesCallsFromAnybodyIsKnown() {
        assertThat(configured(new Recording(), Callers.ANYBODY).isOpen()).isTrue();
        assertThat(configured(new Recording(), callers(FROM)).isOpen()).isFalse();
        assertThat(configured(new Deaf(), Callers.ANYBODY).isOpen()).isFalse();
        assertThat(configured(new Signed(), Callers.ANYBODY).isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", ":password"})
    void aLoginWithoutAUserRefusesToStart(String login) {
        assertThatThrownBy(() -> callers(Map.of("webhook-basic", login)))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "rapidsms.backends.mtn.webhook-basic must be a name, a colon and a"
                                + " password");
    }

    @Test
    void whatIsNoAddressRefusesToStart() {
        assertThatThrownBy(() -> callers(Map.of("allow-from", "192.0.2.1, kannel.example")))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("rapidsms.backends.mtn.allow-from must be addresses")
                .hasMessageEndingWith("not kannel.example");
    }

    @Test
    void noSecretIsPrinted() {
        assertThat(callers(SECRET).toString() + callers(BASIC))
                .doesNotContain("s3cret", "pass:word");
    }

    private static Map<String, String> basic(String login) {
        var encoded = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
        return Map.of("Authorization", "Basic " + encoded);
    }

    private static Callers callers(Map<String, String> settings) {
        return Callers.from(Settings.of("rapidsms.backends.mtn", settings));
    }

    private static WebhookRequest call(String query, Map<String, String> headers) {
        return new WebhookRequest("GET", "", query, "", headers, new byte[0]);
    }

    /** Of what it is refused with; 0 if it is not. */
    private static int status(
            Map<String, String> settings,
            String query,
            Map<String, String> headers,
            String address) {
        try {
            callers(settings).check(call(query, headers), address);
            return 0;
        } catch (BadWebhookException e) {
            return e.status();
        }
    }

    private static ConfiguredBackend configured(Backend backend, Callers callers) {
        return new ConfiguredBackend(
                "mtn",
                "test",
                backend,
                Optional.empty(),
                Sending.USUAL,
                Duration.ZERO,
                false,
                callers);
    }

    private static class Deaf implements Backend {
        @Override
        public List<Outcome> send(OutgoingSms sms) {
            return Outcome.allSent(sms);
        }
    }

    private static class Recording extends Deaf {
        final List<String> queries = new ArrayList<>();

        @Override
        public Webhook receive(WebhookRequest request) {
            queries.add(request.query());
            return new Webhook(List.of(), "");
        }
    }

    private static final class Signed extends Recording {
        @Override
        public boolean knowsCallers() {
            return true;
        }
    }
}
