package org.rapidsms.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line makes of what a server may answer; the real one is asked in src-it. */
class RapidSmsTest {

    private final List<String> calls = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private int status = 200;
    private int problems;
    private boolean isRapidSms = true;
    private String answer = "done";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange call) throws IOException {
        var authorization = call.getRequestHeaders().getFirst("Authorization").split(" ")[1];
        calls.add(
                "%s %s as %s: %s"
                        .formatted(
                                call.getRequestMethod(),
                                call.getRequestURI(),
                                new String(Base64.getDecoder().decode(authorization), UTF_8),
                                new String(call.getRequestBody().readAllBytes(), UTF_8)));
        if (isRapidSms) {
            call.getResponseHeaders().add("RapidSMS-Command", "1");
        }
        call.getResponseHeaders().add("RapidSMS-Problems", String.valueOf(problems));
        var body = answer.getBytes(UTF_8);
        call.sendResponseHeaders(status, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Test
    void passwordsComeFromStandardInputLineByLine() {
        assertThat(run("sécret\nné:w&\n", "create-user", "ann", "--staff", "--stdin")).isZero();
        assertThat(calls)
                .containsExactly(
                        "POST /command/user/create as admin:sécret:"
                                + " username=ann&password=n%C3%A9%3Aw%26&staff=true");
        assertThat(out).hasToString("done" + System.lineSeparator());
    }

    @Test
    void withoutAPasswordNothingIsAsked() {
        assertThat(run("", "check", "--stdin")).isEqualTo(2);
        assertThat(err.toString()).contains("RAPIDSMS_PASSWORD", "--stdin");
        assertThat(calls).isEmpty();
    }

    @Test
    void aTextMayComeFromStandardInputToo() {
        run("secret\nline 1\nline 2\n", "send", "--stdin", "--backend=b", "--to=+1", "--to=2", "-");
        assertThat(calls.get(0)).endsWith(": backend=b&text=line+1%0Aline+2&to=%2B1&to=2");
    }

    @Test
    void problemsAreTold() {
        problems = 2;
        answer = "Problems:";
        assertThat(run("secret\n", "check", "--stdin")).isEqualTo(1);
        assertThat(out.toString()).contains("Problems:");
    }

    @Test
    void aRefusalIsTold() {
        status = 409;
        answer = "name taken";
        assertThat(run("secret\nsecret 2\n", "create-user", "ann", "--stdin")).isEqualTo(1);
        assertThat(err.toString()).contains("name taken");
    }

    @Test
    void aWrongPasswordIsTold() {
        status = 401;
        answer = "do not match";
        assertThat(run("secret\n", "check", "--stdin")).isEqualTo(4);
        assertThat(err.toString()).contains("do not match");
    }

    @Test
    void anotherServerIsNotTakenForOurs() {
        isRapidSms = false;
        assertThat(run("secret\n", "check", "--stdin")).isEqualTo(3);
        assertThat(err.toString()).contains("not as RapidSMS does", "status 200");
    }

    @Test
    void whoIsTiredOfWaitingIsToldHowFarItIs() {
        answer = "queued";
        assertThat(
                        run(
                                "secret\n",
                                "send",
                                "--stdin",
                                "--backend=b",
                                "--to=1",
                                "--wait",
                                "--timeout=0",
                                "hi"))
                .isEqualTo(5);
        assertThat(err.toString()).contains("still queued");
    }

    @Test
    void settingsAreMigratedWithoutAServer(@TempDir Path folder) throws IOException {
        var conf = Files.writeString(folder.resolve("kannel.conf"), "group = core");
        var json =
                "{\"b\": {\"ENGINE\": \"rapidsms.backends.http\", \"outgoing_url\": \"http://é\"}}";

        assertThat(run(json, "migrate-settings", conf.toString(), "-")).isZero();
        assertThat(out.toString())
                .contains("rapidsms.backends.b.outgoing-url = http://é", "groups core")
                .contains("let the gateway call http://127.0.0.1:");
        assertThat(calls).isEmpty();
    }

    @Test
    void settingsThatCannotBeReadAreTold() {
        assertThat(run("INSTALLED_BACKENDS = {", "migrate-settings", "-")).isEqualTo(2);
        assertThat(err.toString()).contains("neither JSON");
        assertThat(run("", "migrate-settings", "/is/not/there")).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be read: /is/not/there");
    }

    @Test
    void withoutACommandThereIsHelp() {
        assertThat(run("")).isEqualTo(2);
        assertThat(err.toString())
                .contains("create-user", "change-password", "check", "send", "migrate-settings");
    }

    private int run(String input, String... arguments) {
        var terminal = new Terminal(Map.of(), new ByteArrayInputStream(input.getBytes(UTF_8)));
        var all = new ArrayList<>(List.of(arguments));
        if (!all.isEmpty()) {
            all.add(1, "--server=http://127.0.0.1:" + server.getAddress().getPort());
        }
        return RapidSms.commandLine(terminal)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
