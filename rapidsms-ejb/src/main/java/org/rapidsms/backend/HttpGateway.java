package org.rapidsms.backend;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Calls gateways with the JDK's HTTP client.
 *
 * <p>That client's own timeout ends with the first byte of the answer, so a gateway that drips its
 * answer could hold a thread for ever: the deadline here is one for the whole call.
 *
 * <p>It also repeats a GET whose connection breaks before an answer, which a phone's owner would
 * read twice. Only system properties can forbid it: {@code gateways.cli} of the server sets them.
 */
@ApplicationScoped
public class HttpGateway implements Gateway {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();

    private final Reachable reachable;

    /** Reaches what may be reached if nothing is set. */
    public HttpGateway() {
        this(Reachable.USUAL);
    }

    @Inject
    HttpGateway(Reachable reachable) {
        this.reachable = reachable;
    }

    @Override
    public Reply call(Call call) {
        long end = System.nanoTime() + call.timeout().toNanos();
        check(call.address());
        long left = end - System.nanoTime();
        if (left <= 0) {
            // Later somebody else may have taken the text on: whoever is late must not send it.
            throw new SendException(SendFailure.UNREACHABLE, "its name was not found in time");
        }
        var future = client.sendAsync(request(call), answer -> new FirstBytes());
        try {
            var answer = future.get(left, TimeUnit.NANOSECONDS);
            return new Reply(
                    answer.statusCode(),
                    answer.body(),
                    answer.headers()
                            .firstValue("Retry-After")
                            .flatMap(after -> RetryAfter.of(after, Instant.now())));
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new SendException(
                    SendFailure.UNKNOWN, "no answer within " + call.timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new SendException(SendFailure.UNKNOWN, "interrupted while waiting for an answer");
        }
    }

    /**
     * The client looks the name up once more, and cannot be told the address: with one in place of
     * the name it would find no certificate good for it. It sees what was seen here, because the
     * JVM remembers it: for 30 seconds, unless {@code networkaddress.cache.ttl} says otherwise. A
     * connection that is used again was checked when it was made.
     */
    private void check(URI address) {
        int usual = "https".equalsIgnoreCase(address.getScheme()) ? HTTPS : HTTP;
        addresses(address.getHost(), address.getPort() < 0 ? usual : address.getPort());
    }

    /** Those of a host, all of which may be reached. */
    private List<InetAddress> addresses(String host, int port) {
        try {
            var addresses = List.of(InetAddress.getAllByName(host));
            reachable.check(host, addresses, port);
            return addresses;
        } catch (UnknownHostException e) {
            throw failure(new ConnectException(e.getMessage()));
        }
    }

    @Override
    public Socket connect(String host, int port, boolean tls, Duration timeout) {
        var address = addresses(host, port).get(0);
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(address, port), (int) timeout.toMillis());
            socket.setSoTimeout((int) timeout.toMillis());
            return tls ? secured(socket, host, port) : socket;
        } catch (SSLException e) {
            close(socket);
            throw untrusted(e);
        } catch (IOException e) {
            close(socket);
            throw failure(new ConnectException(e.getMessage()));
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        var socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        var names = socket.getSSLParameters();
        names.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(names);
        socket.startHandshake();
        return socket;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpRequest request(Call call) {
        var body =
                call.body().isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(call.body());
        var request = HttpRequest.newBuilder(call.address()).method(call.method(), body);
        call.headers().forEach(request::header);
        return request.header("User-Agent", "RapidSMS").build();
    }

    private static SendException failure(Throwable cause) {
        if (cause instanceof SSLHandshakeException) {
            return untrusted(cause);
        }
        boolean notConnected =
                cause instanceof ConnectException
                        || cause instanceof HttpConnectTimeoutException
                        || cause instanceof UnresolvedAddressException;
        return notConnected
                ? new SendException(SendFailure.UNREACHABLE, "no connection could be made")
                : new SendException(
                        SendFailure.UNKNOWN, "the connection broke before an answer came");
    }

    /** Before a text is handed over. Somebody has to see to a certificate, here or there. */
    private static SendException untrusted(Throwable cause) {
        return new SendException(
                SendFailure.MISCONFIGURED, "no trusted connection: " + innermost(cause));
    }

    private static String innermost(Throwable thrown) {
        return thrown.getCause() == null ? thrown.getMessage() : innermost(thrown.getCause());
    }
}
