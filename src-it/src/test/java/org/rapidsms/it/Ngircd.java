package org.rapidsms.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A real server of a chat. It runs as long as the tests do, as a backend without its gateway would
 * be a problem that the server tells of.
 */
final class Ngircd {

    static final String PROGRAM = "/usr/sbin/ngircd";
    static final String CHANNEL = "#field";

    private static Process process;

    private Ngircd() {}

    static boolean isInstalled() {
        return Files.isExecutable(Path.of(PROGRAM));
    }

    /** What an operator writes, so that RapidSMS is in a channel of it. */
    static String properties() {
        return """
                rapidsms.backends.irc.engine=irc
                rapidsms.backends.irc.host=127.0.0.1
                rapidsms.backends.irc.port=%d
                rapidsms.backends.irc.channels=%s
                """
                .formatted(Ports.IRC.number(), CHANNEL);
    }

    /** Starts it; it ends with this JVM. */
    static void start() throws IOException {
        stop();
        var folder = Files.createDirectories(Path.of(System.getProperty("it.target"), "ngircd"));
        Files.writeString(folder.resolve("ngircd.conf"), configuration());
        process =
                new ProcessBuilder(PROGRAM, "-n", "-f", folder.resolve("ngircd.conf").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("ngircd.log").toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Awaitility.await("ngircd listens, see " + folder)
                .atMost(Duration.ofSeconds(30))
                .until(Ngircd::listens);
    }

    /** Stops it, and all connections to it with it. */
    static void stop() {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean listens() {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.IRC.number()),
                    1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String configuration() {
        return """
                [Global]
                Name = irc.example.org
                Info = for tests
                Listen = 127.0.0.1
                Ports = %d

                [Limits]
                MaxNickLength = 20
                MaxConnectionsIP = 0

                [Options]
                DNS = no
                Ident = no
                PAM = no
                """
                .formatted(Ports.IRC.number());
    }
}
