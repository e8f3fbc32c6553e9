package org.rapidsms.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A server of its own, on PostgreSQL, that may be killed and started again. */
final class KillableServer {

    /** How many calls to the gateway it makes at once. */
    static final int MAX_CALLS = 4;

    private static final String ROUTER = System.getProperty("crash.router", "database");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path folder;
    private final int port;
    private final int management;
    private final int https;
    private Process process;

    /** One with the backend {@code crash}, at a gateway. */
    KillableServer(Path folder, String gateway) throws IOException {
        this(
                folder,
                """
                rapidsms.backends.crash.engine=http
                rapidsms.backends.crash.outgoing-url=%s?to={identity}&text={text}
                rapidsms.backends.crash.timeout=2s
                rapidsms.backends.crash.max-calls=%d
                rapidsms.backends.crash.router=%s
                """
                        .formatted(gateway, MAX_CALLS, ROUTER),
                new DroppedInJar());
    }

    /** One with these settings, and a jar dropped in. */
    KillableServer(Path folder, String settings, DroppedInJar jar) throws IOException {
        this.folder = folder;
        try (var one = free();
                var two = free();
                var three = free()) {
            port = one.getLocalPort();
            management = two.getLocalPort();
            https = three.getLocalPort();
        }
        jar.dropInto(ServerFolder.copyServer(folder), "dropped-in.jar");
        Files.writeString(
                folder.resolve("rapidsms.properties"),
                PostgreSql.properties()
                        + """
                        rapidsms.http.port=%d
                        rapidsms.admin.username=admin
                        rapidsms.admin.password=%s
                        """
                                .formatted(port, Server.PASSWORD)
                        + settings);
    }

    private static ServerSocket free() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** Starts it and waits until it answers. */
    void start() throws IOException {
        var home = Path.of(System.getProperty("it.jboss.home"));
        var command =
                new ProcessBuilder(
                        home.resolve("bin/standalone.sh").toString(),
                        "-c",
                        "standalone-full.xml",
                        "-Djboss.server.base.dir=" + folder,
                        "-Djboss.management.http.port=" + management,
                        "-Djboss.https.port=" + https,
                        "--properties=" + folder.resolve("rapidsms.properties"));
        command.environment().put("JAVA_OPTS", "-Xmx512m -Djava.net.preferIPv4Stack=true");
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.redirectErrorStream(true);
        command.redirectOutput(folder.resolve("console.log").toFile());
        process = command.start();
        Awaitility.await("the server answers, see " + folder)
                .atMost(Duration.ofSeconds(180))
                .until(() -> status(HttpRequest.newBuilder(address("/")).GET()) == 302);
    }

    /** Kills it as {@code kill -9} does, the script that started it too. */
    void kill() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Awaitility.await("the server is gone")
                    .until(() -> process.descendants().findAny().isEmpty() && !process.isAlive());
        }
    }

    /** Waits until it has died by itself. */
    void awaitDeath() {
        Awaitility.await("the server dies")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !process.isAlive());
        kill();
    }

    /** Somebody who brings messages to a backend of it. */
    BareClient caller(String backend) throws IOException {
        return new BareClient(port, backend);
    }

    /** How many threads it has. */
    long threads() throws IOException {
        return jcmd("Thread.print").filter(line -> line.startsWith("\"")).count();
    }

    /** How much of its heap is in use after what nobody needs is thrown away. */
    String heap() throws IOException {
        jcmd("GC.run").count();
        return jcmd("GC.heap_info")
                .filter(line -> line.contains("used"))
                .findFirst()
                .orElse("?")
                .strip();
    }

    private Stream<String> jcmd(String what) throws IOException {
        var java =
                Stream.concat(Stream.of(process.toHandle()), process.descendants())
                        .filter(one -> one.info().command().orElse("").endsWith("java"))
                        .findFirst()
                        .orElseThrow();
        var home = Path.of(System.getProperty("java.home"));
        var jcmd =
                new ProcessBuilder(
                                home.resolve("bin/jcmd").toString(),
                                String.valueOf(java.pid()),
                                what)
                        .start();
        try (var said = jcmd.inputReader()) {
            return said.lines().toList().stream();
        }
    }

    /** Has a phone write something; false if that was not acknowledged. */
    boolean isTaken(String phone, int number) {
        return isTaken("crash", phone, "echo " + number);
    }

    /** Has a phone of a backend write something; false if that was not acknowledged. */
    boolean isTaken(String backend, String phone, String text) {
        var form = "identity=" + phone + "&text=" + Server.escaped(text);
        return status(
                        HttpRequest.newBuilder(address("/backend/" + backend + "/"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)))
                == 200;
    }

    /** Calls a webhook; false if it did not answer 200. */
    boolean isTaken(String call) {
        return status(HttpRequest.newBuilder(address(call)).GET()) == 200;
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** The status of the answer; 0 if there is none. */
    private int status(HttpRequest.Builder request) {
        try {
            return client.send(
                            request.timeout(Duration.ofSeconds(20)).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
