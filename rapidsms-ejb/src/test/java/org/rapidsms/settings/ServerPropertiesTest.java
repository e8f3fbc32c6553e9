package org.rapidsms.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the server's own configuration library spells and finds our properties. */
class ServerPropertiesTest {

    private static ServerProperties properties(
            Map<String, String> file, Map<String, String> environment) {
        return new ServerProperties(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(file, "file", 200))
                        .withSources(new EnvConfigSource(environment, 300))
                        .build());
    }

    @Test
    void findsTheNamesOfBackends() {
        var properties =
                properties(
                        Map.of(
                                "rapidsms.backends.mtn.engine", "kannel",
                                "rapidsms.backends.mtn.sendsms-url", "http://kannel.test/",
                                "rapidsms.backends.my-web.engine", "http",
                                "rapidsms.backends.engine", "x",
                                "other", "x"),
                        Map.of("RAPIDSMS_BACKENDS_AIRTEL_ENGINE", "http"));
        assertThat(properties.namesBetween("rapidsms.backends.", ".engine"))
                .containsExactly("airtel", "mtn", "my-web");
    }

    @Test
    void tellsWhatIsSetBelowAName() {
        var properties =
                properties(
                        Map.of(
                                "rapidsms.backends.mtn.engine", "kannel",
                                "rapidsms.backends.mtn.sendsms-params.from", "123",
                                "rapidsms.backends.mtn2.engine", "http"),
                        Map.of());
        assertThat(properties.below("rapidsms.backends.mtn"))
                .containsExactly(
                        Map.entry("engine", "kannel"), Map.entry("sendsms-params.from", "123"));
        assertThat(properties.unknown()).hasSize(3);
    }

    @Test
    void showsNoSecretWhereverItWasSet() {
        var properties =
                properties(
                        Map.of(
                                "rapidsms.backends.mtn.engine", "kannel",
                                "rapidsms.backends.mtn.webhook-basic", "u:tops3cret",
                                "rapidsms.backends.mtn.password", "tops3cret"),
                        Map.of("RAPIDSMS_BACKENDS_AIRTEL_WEBHOOK_BASIC", "u:tops3cret"));
        properties.settings("rapidsms.backends.mtn").secret("webhook-basic");
        properties.settings("rapidsms.backends.airtel").secret("webhook-basic");

        assertThat(properties.shown("rapidsms.backends.mtn"))
                .containsExactly(
                        Map.entry("engine", "kannel"),
                        Map.entry("password", "***"),
                        Map.entry("webhook-basic", "***"));
        assertThat(properties.shown("rapidsms.backends.airtel").values()).containsOnly("***");
    }

    @Test
    void readsADashedNameFromTheEnvironment() {
        var properties =
                properties(
                        Map.of(),
                        Map.of("RAPIDSMS_BACKENDS_MTN_OUTGOING_URL", "http://gateway.test/"));
        var settings = properties.settings("rapidsms.backends.mtn");
        assertThat(settings.text("outgoing-url")).isEqualTo("http://gateway.test/");
        assertThat(properties.unknown()).isEmpty();
    }

    @Test
    void theEnvironmentWinsOverTheFile() {
        var properties =
                properties(
                        Map.of("rapidsms.router", "database"),
                        Map.of("RAPIDSMS_ROUTER", "blocking"));
        assertThat(properties.settings("rapidsms").text("router")).isEqualTo("blocking");
    }

    @Test
    void tellsWhatNobodyReadsAndWhatWasPerhapsMeant() {
        var properties =
                properties(
                        Map.of("rapidsms.backends.mtn.outgoing-urll", "x", "rapidsms.zzz", "x"),
                        Map.of());
        properties.settings("rapidsms.backends.mtn").optional("outgoing-url");
        assertThat(properties.unknown())
                .containsExactly("rapidsms.backends.mtn.outgoing-urll", "rapidsms.zzz");
        assertThat(properties.nearest("rapidsms.backends.mtn.outgoing-urll"))
                .contains("rapidsms.backends.mtn.outgoing-url");
        assertThat(properties.nearest("rapidsms.something.else.altogether")).isEmpty();
    }

    @Test
    void knowsWhatTheServerItselfReads() {
        var properties =
                properties(
                        Map.of("rapidsms.http.port", "8099", "rapidsms.admin.password", "x"),
                        Map.of());
        assertThat(properties.unknown()).isEmpty();
    }

    @Test
    void aMissingSettingIsNamedInFull() {
        var settings = properties(Map.of(), Map.of()).settings("rapidsms.backends.mtn");
        assertThatThrownBy(() -> settings.text("engine"))
                .hasMessage("rapidsms.backends.mtn.engine is required");
    }
}
