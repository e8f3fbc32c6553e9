package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapidsms.backend.Gateway.Call;

/** Nothing is told to a gateway that does not prove who it is; what waits for it is kept. */
class UntrustedGatewayTest {

    private static final String HERE = "san=ip:127.0.0.1";
    private static final char[] PASSWORD = "for-this-test".toCharArray();

    private final AtomicInteger calls = new AtomicInteger();
    private final SSLContext usual = usual();
    private Certificate authority;
    private HttpsServer server;

    @TempDir Path folder;

    @AfterEach
    void stop() {
        server.stop(0);
        SSLContext.setDefault(usual);
    }

    @Test
    void oneWithACertificateThatIsTrustedIsTold() throws Exception {
        serve(keys(HERE, "-startdate", "-1d", "-validity", "2"));
        trustTheAuthority();

        assertThat(new HttpGateway().call(call()).isSuccess()).isTrue();
    }

    @Test
    void whoWasCertifiedBySomebodyUnknownIsNot() throws Exception {
        serve(keys(HERE, "-startdate", "-1d", "-validity", "2"));

        assertNotTold("unable to find valid certification path");
    }

    @Test
    void whoseCertificateHasExpiredIsNot() throws Exception {
        serve(keys(HERE, "-startdate", "-3d", "-validity", "1"));
        trustTheAuthority();

        assertNotTold("NotAfter");
    }

    @Test
    void whoIsSomebodyElseIsNot() throws Exception {
        serve(keys("san=dns:another.test", "-startdate", "-1d", "-validity", "2"));
        trustTheAuthority();

        assertNotTold("No subject alternative names matching IP address 127.0.0.1");
    }

    @Test
    void whoSpeaksATlsThatIsTooOldIsNot() throws Exception {
        serve(keys(HERE, "-startdate", "-1d", "-validity", "2"), "TLSv1.1");
        trustTheAuthority();

        assertNotTold("");
    }

    private void assertNotTold(String why) {
        assertThatThrownBy(() -> new HttpGateway().call(call()))
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.MISCONFIGURED))
                .hasMessageStartingWith("no trusted connection: ")
                .hasMessageContaining(why);
        assertThat(calls).hasValue(0);
    }

    private Call call() {
        var port = server.getAddress().getPort();
        return Call.get(URI.create("https://127.0.0.1:" + port + "/"), Duration.ofSeconds(30));
    }

    /** A certificate of an authority that nobody knows yet. */
    private KeyStore keys(String name, String... validity) throws Exception {
        var file = folder.resolve("keys").toFile();
        keytool("-alias", "authority", "-ext", "bc:c");
        var arguments = new ArrayList<>(List.of("-alias", "gateway", "-signer", "authority"));
        arguments.addAll(List.of("-ext", name));
        arguments.addAll(List.of(validity));
        keytool(arguments.toArray(String[]::new));
        var keys = KeyStore.getInstance(file, PASSWORD);
        authority = keys.getCertificate("authority");
        keys.deleteEntry("authority");
        return keys;
    }

    private void keytool(String... arguments) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var file = folder.resolve("keys").toString();
        var command = new ArrayList<>(List.of(keytool, "-genkeypair", "-keyalg", "EC"));
        command.addAll(List.of("-dname", "CN=test", "-keystore", file));
        command.addAll(List.of("-storepass", new String(PASSWORD)));
        command.addAll(List.of(arguments));
        var log = folder.resolve("log").toFile();
        var process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        assertThat(process.waitFor()).as(() -> read(log.toPath())).isZero();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private void serve(KeyStore keys, String... protocols) throws Exception {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(context) {
                    @Override
                    public void configure(HttpsParameters parameters) {
                        if (protocols.length > 0) {
                            parameters.setProtocols(protocols);
                        }
                    }
                });
        server.createContext(
                "/",
                exchange -> {
                    calls.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                });
        server.start();
    }

    /** As an operator does in the trust store of the server's Java. */
    private void trustTheAuthority() throws Exception {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("authority", authority);
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        SSLContext.setDefault(context);
    }

    private static SSLContext usual() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
