package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

/** Rows 50 to 53 and 91 to 93 of the conformance list: backends as they are configured. */
class BackendsTest {

    /** An engine that wants a number and keeps it. */
    private static final BackendEngine ENGINE =
            new BackendEngine() {
                @Override
                public String name() {
                    return "mock";
                }

                @Override
                public Backend configure(String name, Settings settings) {
                    return new Mock(settings.number("a", 0, 0, 9));
                }
            };

    private record Mock(int a) implements Backend {
        @Override
        public List<Outcome> send(OutgoingSms sms) {
            return Outcome.allSent(sms);
        }
    }

    /** An engine whose backends keep a connection. */
    private static final BackendEngine LINE =
            new BackendEngine() {
                @Override
                public String name() {
                    return "line";
                }

                @Override
                public Backend configure(String name, Settings settings) {
                    return new Line();
                }
            };

    private record Line() implements ConnectedBackend {
        @Override
        public List<Outcome> send(OutgoingSms sms) {
            return Outcome.allSent(sms);
        }

        @Override
        public void connect(Receiver receiver) {}
    }

    private static final Map<String, BackendEngine> ENGINES =
            Map.of("mock", ENGINE, "database", ENGINE, "line", LINE);

    @Test
    void theEngineMakesTheBackendFromItsSettings() {
        var made = backend("mtn", Map.of("engine", "mock", "a", "1"));
        assertThat(made.name()).isEqualTo("mtn");
        assertThat(made.engine()).isEqualTo("mock");
        assertThat(made.backend()).isEqualTo(new Mock(1));
        assertThat(made.router()).isEmpty();
    }

    @Test
    void anEngineThatIsNotThereRefusesToStart() {
        refuses("mtn", Map.of("engine", "nope"), "must be one of database, line, mock, not nope");
        refuses("mtn", Map.of(), "is required");
    }

    @Test
    void onlyABackendThatKeepsAConnectionMayDoSoOnEveryNode() {
        assertThat(backend("mtn", Map.of("engine", "mock", "every-node", "true")).everyNode())
                .isFalse();
        assertThat(backend("smsc", Map.of("engine", "line", "every-node", "true")).everyNode())
                .isTrue();
        assertThat(backend("smsc", Map.of("engine", "line")).everyNode()).isFalse();
    }

    @Test
    void aNameThatNoAddressCanHoldRefusesToStart() {
        refuses("m t n", Map.of("engine", "mock"), "names a backend whose name is not made of");
        refuses("x".repeat(51), Map.of("engine", "mock"), "names a backend whose name");
    }

    @Test
    void anEagerBackendIsServedByTheBlockingRouter() {
        assertThat(backend("mtn", Map.of("engine", "mock", "eager", "true")).router())
                .contains("blocking");
        assertThat(
                        backend("mtn", Map.of("engine", "mock", "eager", "true", "router", "x"))
                                .router())
                .contains("x");
    }

    @Test
    void theMessageTesterNeedsNoSettingAndIsEager() {
        var tester = backend("message_tester", Map.of());
        assertThat(tester.engine()).isEqualTo("database");
        assertThat(tester.router()).contains("blocking");
        assertThat(backend("message_tester", Map.of("eager", "false")).router()).isEmpty();
    }

    @Test
    void aBackendThatReadsNothingSaysSo() {
        var request = new WebhookRequest("GET", "", "", "", Map.of(), new byte[0]);
        assertThatThrownBy(() -> new Mock(1).receive(request))
                .isInstanceOfSatisfying(
                        BadWebhookException.class, e -> assertThat(e.status()).isEqualTo(404));
    }

    private static ConfiguredBackend backend(String name, Map<String, String> settings) {
        return Backends.configure(
                name, ENGINES, Settings.of("rapidsms.backends." + name, settings));
    }

    private static void refuses(String name, Map<String, String> settings, String why) {
        assertThatThrownBy(() -> backend(name, settings))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("rapidsms.backends." + name + ".engine " + why);
    }
}
