package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.backend.Gateway.Call;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

/** Which gateways may be reached, by rule and for real. */
class ReachableTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    calls.incrementAndGet();
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        // What is set, the host, what it resolves to, the port, whether it is reached.
        "'',                       gw.example,       203.0.113.9,              443,  true",
        "'',                       localhost,        127.0.0.1,                13013, true",
        "'',                       10.0.0.5,         10.0.0.5,                 80,   true",
        "'',                       gw.example,       169.254.169.254,          80,   false",
        "'',                       gw.example,       203.0.113.9 169.254.169.254, 80, false",
        "'',                       169.254.0.1,      169.254.0.1,              80,   false",
        "'',                       gw.example,       ::ffff:169.254.169.254,   80,   false",
        "'',                       gw.example,       64:ff9b::a9fe:a9fe,       80,   false",
        "'',                       gw.example,       fe80::1,                  80,   false",
        "'',                       gw.example,       fd00:ec2::254,            80,   false",
        "'',                       gw.example,       100.100.100.200,          80,   false",
        "'',                       gw.example,       224.0.0.1,                80,   false",
        "'',                       gw.example,       ff02::1,                  80,   false",
        "gw.example,               gw.example,       203.0.113.9,              443,  true",
        "gw.example,               GW.Example.,      203.0.113.9,              443,  true",
        "GW.EXAMPLE,               gw.example,       203.0.113.9,              443,  true",
        "gw.example,               other.example,    203.0.113.9,              443,  false",
        "gw.example,               my.gw.example,    203.0.113.9,              443,  false",
        "gw.example,               gw.example,       169.254.169.254,          443,  false",
        "*.gw.example,             api.gw.example,   203.0.113.9,              443,  true",
        "*.gw.example,             a.b.gw.example,   203.0.113.9,              443,  true",
        "*.gw.example,             gw.example,       203.0.113.9,              443,  false",
        "*.gw.example,             evilgw.example,   203.0.113.9,              443,  false",
        "gw.example:443,           gw.example,       203.0.113.9,              443,  true",
        "gw.example:443,           gw.example,       203.0.113.9,              80,   false",
        "203.0.113.0/24,           gw.example,       203.0.113.9,              80,   true",
        "203.0.113.0/24,           gw.example,       203.0.113.9 192.0.2.1,    80,   false",
        "203.0.113.0/24:443,       gw.example,       203.0.113.9,              80,   false",
        "203.0.113.9,              203.0.113.9,      203.0.113.9,              80,   true",
        "169.254.10.0/24,          gw.example,       169.254.10.1,             80,   true",
        "2001:db8::/32,            gw.example,       2001:db8::9,              80,   true",
        "[2001:db8::/32]:443,      [2001:db8::9],    2001:db8::9,              443,  true",
        "[2001:db8::/32]:443,      [2001:db8::9],    2001:db8::9,              80,   false",
        "'a.example, 10.0.0.0/8',  gw.example,       10.1.2.3,                 80,   true",
        "'a.example, 10.0.0.0/8',  localhost,        127.0.0.1,                80,   false"
    })
    void aGatewayIsReachedByNameOrAddress(
            String set, String host, String addresses, int port, boolean isReached) {
        var all =
                Arrays.stream(addresses.split(" "))
                        .map(address -> AddressRange.address(address).orElseThrow())
                        .toList();
        assertThat(isReached(reachable(set), host, all, port)).isEqualTo(isReached);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "300.1.2.3",
                "10.0.0.0/33",
                "gw.example:0",
                "gw.example:65536",
                "gw.example:x",
                "http://gw.example",
                "gw.example/path",
                "*",
                "*.",
                "a.*.example",
                "[::1",
                "-a.example"
            })
    void whatIsNoRuleRefusesToStart(String written) {
        assertThatThrownBy(() -> reachable("10.0.0.1 " + written))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("rapidsms.gateway.allow must be hosts, *.domains")
                .hasMessageEndingWith("not " + written);
    }

    @Test
    void aCallToAnAddressThatIsAllowedIsMade() {
        var port = server.getAddress().getPort();
        assertThat(call("127.0.0.0/8", "127.0.0.1").isSuccess()).isTrue();
        assertThat(call("localhost:" + port, "localhost").isSuccess()).isTrue();
        assertThat(calls).hasValue(2);
    }

    @Test
    void aCallToAnyOtherIsNotMade() {
        assertRefused(() -> call("gw.example", "127.0.0.1"), "127.0.0.1");
        assertRefused(() -> call("*.gw.example 10.0.0.0/8", "localhost"), "localhost at 127.0.0.1");
        assertThat(calls).hasValue(0);
    }

    @Test
    void aConnectionIsMadeToAnAddressThatIsAllowedAndToNoOther() throws IOException {
        try (var peer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = peer.getLocalPort();
            gateway("127.0.0.1:" + port).connect("localhost", port, false, LONG).close();
            peer.accept().close();

            assertRefused(
                    () -> gateway("gw.example").connect("localhost", port, false, LONG),
                    "localhost at 127.0.0.1, port " + port);
            assertRefused(
                    () -> new HttpGateway().connect("169.254.169.254", 80, false, LONG),
                    "169.254.169.254");
        }
    }

    @Test
    void aNameThatIsNotThereIsNoMistakeOfTheSettings() {
        assertThatThrownBy(() -> new HttpGateway().connect("no.such.invalid", 80, false, LONG))
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.UNREACHABLE));
    }

    private static void assertRefused(Runnable attempt, String whom) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.MISCONFIGURED))
                .hasMessageStartingWith(whom)
                .hasMessageEndingWith("is not reached: rapidsms.gateway.allow does not allow it");
    }

    private Gateway.Reply call(String set, String host) {
        var address = "http://" + host + ":" + server.getAddress().getPort() + "/";
        return gateway(set).call(Call.get(URI.create(address), LONG));
    }

    private static Gateway gateway(String set) {
        return new HttpGateway(reachable(set));
    }

    private static Reachable reachable(String set) {
        return Reachable.Reader.read(Settings.of("rapidsms.gateway", Map.of("allow", set)));
    }

    private static boolean isReached(
            Reachable reachable, String host, List<InetAddress> addresses, int port) {
        try {
            reachable.check(host, addresses, port);
            return true;
        } catch (SendException e) {
            return false;
        }
    }
}
