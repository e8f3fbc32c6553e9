package org.rapidsms.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * The real Kannel, with a fake SMSC and RapidSMS as its only service, as RapidSMS's manual sets it
 * up.
 */
final class Kannel implements AutoCloseable {

    static final String BEARERBOX = "/usr/sbin/bearerbox";
    static final String SMSBOX = "/usr/sbin/smsbox";
    static final String USERNAME = "rapidsms";
    static final String PASSWORD = "for-integration-tests";

    private final Path folder;
    private final Deque<Process> boxes = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::stop);

    private Kannel(Path folder) {
        this.folder = folder;
        // A run that is cut off leaves no Kannel behind.
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static String sendsms() {
        return "http://127.0.0.1:" + Ports.KANNEL_SENDSMS.number() + "/cgi-bin/sendsms";
    }

    static Kannel start() throws IOException {
        return start(fakeSmsc());
    }

    /** Bound to a network that listens. */
    static Kannel startOn(SmppSmsc network) throws IOException {
        return start(network.group());
    }

    private static Kannel start(String smsc) throws IOException {
        var folder = Files.createDirectories(Path.of(System.getProperty("it.target"), "kannel"));
        Files.writeString(folder.resolve("kannel.conf"), configuration(smsc));
        var kannel = new Kannel(folder);
        try {
            kannel.start(BEARERBOX, Ports.KANNEL_SMSBOX);
            kannel.start(SMSBOX, Ports.KANNEL_SENDSMS);
        } catch (IOException | RuntimeException e) {
            kannel.close();
            throw e;
        }
        return kannel;
    }

    private void start(String box, Ports port) throws IOException {
        var log = folder.resolve(Path.of(box).getFileName() + ".log").toFile();
        boxes.push(
                new ProcessBuilder(box, "-v", "1", "kannel.conf")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log)
                        .start());
        Awaitility.await(box + " listens, see " + log)
                .atMost(Duration.ofSeconds(30))
                .until(() -> isOpen(port));
    }

    private static boolean isOpen(Ports port) {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void stop() {
        for (var box : boxes) {
            box.destroy();
            try {
                if (!box.waitFor(10, TimeUnit.SECONDS)) {
                    box.destroyForcibly();
                }
            } catch (InterruptedException e) {
                box.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * The manual's file, with the lines that it lacks: texts longer than one SMS are sent in parts,
     * a service may be reached by one SMSC only, white space is kept ({@code %b}; {@code %a} spoils
     * texts in UCS-2) and a repeated call is known by its id.
     */
    private static String configuration(String smsc) {
        return """
                group = core
                admin-interface = 127.0.0.1
                admin-port = %d
                admin-password = %s
                smsbox-interface = 127.0.0.1
                smsbox-port = %d
                box-allow-ip = 127.0.0.1
                store-type = file
                store-location = kannel.store

                %s
                group = smsbox
                bearerbox-host = 127.0.0.1
                sendsms-interface = 127.0.0.1
                sendsms-port = %d
                sendsms-chars = "0123456789 +-"
                http-request-retry = 3
                http-queue-delay = 1

                group = sendsms-user
                username = %s
                password = %s
                user-allow-ip = 127.0.0.1
                concatenation = true
                max-messages = 10

                group = sms-service
                keyword = default
                catch-all = yes
                max-messages = 0
                get-url = "%s?id=%%p&text=%%b&charset=%%C&coding=%%c&sms_id=%%I"
                """
                .formatted(
                        Ports.KANNEL_ADMIN.number(),
                        PASSWORD,
                        Ports.KANNEL_SMSBOX.number(),
                        smsc,
                        Ports.KANNEL_SENDSMS.number(),
                        USERNAME,
                        PASSWORD,
                        Server.address("/backend/kannel-fake-smsc/"));
    }

    private static String fakeSmsc() {
        return """
                group = smsc
                smsc = fake
                smsc-id = FAKE
                our-host = 127.0.0.1
                port = %d
                connect-allow-ip = 127.0.0.1
                allowed-smsc-id = FAKE
                """
                .formatted(Ports.KANNEL_SMSC.number());
    }
}
