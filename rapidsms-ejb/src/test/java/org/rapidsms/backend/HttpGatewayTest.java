package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapidsms.backend.Gateway.Call;

/** What a real server may do to whoever calls it. */
class HttpGatewayTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Gateway gateway = new HttpGateway();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/echo", this::echo);
        server.createContext("/huge", exchange -> answer(exchange, "x".repeat(3_000_000)));
        server.createContext("/drip", this::drip);
        server.createContext("/silent", exchange -> await());
        server.createContext(
                "/moved",
                exchange -> {
                    exchange.getResponseHeaders().add("Location", "/echo");
                    exchange.sendResponseHeaders(302, -1);
                });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void bringsCallAndAnswer() {
        var reply =
                gateway.call(
                        new Call(
                                "POST",
                                address("/echo?a=%2B1"),
                                Map.of("X-Key", "k"),
                                "héllo",
                                LONG));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("POST /echo?a=%2B1 k héllo");
        assertThat(reply.isSuccess()).isTrue();
    }

    @Test
    void readsNoMoreThan64KibOfAnAnswer() {
        assertThat(gateway.call(Call.get(address("/huge"), LONG)).body()).hasSize(64 * 1024);
    }

    @Test
    void followsNoRedirect() {
        var reply = gateway.call(Call.get(address("/moved"), LONG));
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.isSuccess()).isFalse();
    }

    @Test
    void givesUpOnSilence() {
        fails("/silent", SendFailure.UNKNOWN, "no answer within 300 ms");
    }

    @Test
    void givesUpOnAnAnswerThatDrips() {
        fails("/drip", SendFailure.UNKNOWN, "no answer within 300 ms");
    }

    @Test
    void tellsWhenNothingWasSent() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }
        var call = Call.get(URI.create("http://127.0.0.1:" + nobody + "/"), LONG);
        assertThatThrownBy(() -> gateway.call(call))
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.UNREACHABLE));
    }

    @Test
    void aCallPrintsWithoutItsQuery() {
        assertThat(Call.get(URI.create("http://gateway.test/send?password=s3cret"), LONG))
                .hasToString("GET http://gateway.test");
    }

    private void fails(String path, SendFailure failure, String words) {
        assertThatThrownBy(() -> gateway.call(Call.get(address(path), SHORT)))
                .isInstanceOfSatisfying(
                        SendException.class, e -> assertThat(e.failure()).isEqualTo(failure))
                .hasMessage(words);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void echo(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), "UTF-8");
        var key = exchange.getRequestHeaders().getFirst("X-Key");
        answer(
                exchange,
                String.join(
                        " ",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        key,
                        body));
    }

    private void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        await();
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        var bytes = text.getBytes("UTF-8");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        } catch (IOException e) {
            // Whoever reads no more than 64 KiB hangs up.
        }
    }
}
