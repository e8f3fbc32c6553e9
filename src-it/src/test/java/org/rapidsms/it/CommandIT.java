package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The command line as it is shipped: one jar, a process of its own, asking the real server. */
@OnServer
class CommandIT {

    private static final String PASSWORD = "for the command line";

    /** What a command has printed, and its exit code. */
    private record Outcome(int code, String out, String err) {}

    @AfterEach
    void takeAgain() {
        FakeGateway.QUEUED.takeAgain();
    }

    @Test
    void helpNamesAllCommands() {
        var help = run(Map.of(), "--help");
        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("create-user", "change-password", "check", "send");
        assertThat(run(Map.of(), "--version").out()).startsWith("RapidSMS 1");
        assertThat(run(Map.of(), "send", "--help").out()).contains("--backend", "--to", "--wait");
    }

    @Test
    void aUserOfTheStaffIsCreatedAndCommandsAtOnce() {
        assertThat(create("cli-ann", PASSWORD, "--staff"))
                .isEqualTo(new Outcome(0, "Created user cli-ann, of the staff.", ""));
        assertThat(as("cli-ann", PASSWORD, "check").code()).isZero();
    }

    @Test
    void anotherUserIsCreatedAndMayNotCommand() {
        assertThat(create("cli-ben", PASSWORD).out()).isEqualTo("Created user cli-ben.");
        var check = as("cli-ben", PASSWORD, "check");
        assertThat(check.code()).isEqualTo(4);
        assertThat(check.err()).contains("users of the staff", "cli-ben");
    }

    @Test
    @Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
    void whoWasCreatedLogsIntoTheConsole() {
        create("cli-cat", PASSWORD);
        try (var browser = Browser.open()) {
            browser.logIn("cli-cat", PASSWORD);
        }
    }

    @Test
    void aNameThatIsTakenAndAPasswordThatIsTooShortAreRefused() {
        create("cli-dan", PASSWORD);
        var again = create("CLI-Dan", PASSWORD);
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("there is a user of this name already");
        var weak = create("cli-eve", "short");
        assertThat(weak.code()).isEqualTo(1);
        assertThat(weak.err()).contains("a password has at least 8 characters");
    }

    @Test
    void aPasswordIsChanged() {
        create("cli-fay", PASSWORD, "--staff");
        var change =
                Map.of("RAPIDSMS_PASSWORD", Server.PASSWORD, "RAPIDSMS_NEW_PASSWORD", "another 1");
        assertThat(run(change, "change-password", "cli-fay"))
                .isEqualTo(new Outcome(0, "Changed the password of cli-fay.", ""));
        assertThat(as("cli-fay", PASSWORD, "check").code()).isEqualTo(4);
        assertThat(as("cli-fay", "another 1", "check").code()).isZero();

        var nobody = run(change, "change-password", "cli-nobody");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.err()).contains("there is no user of this name");
    }

    @Test
    void anAccountRestsAfterWrongPasswordsHereToo() {
        create("cli-gus", PASSWORD, "--staff");
        for (int i = 0; i < 5; i++) {
            var wrong = as("cli-gus", "wrong", "check");
            assertThat(wrong.code()).isEqualTo(4);
            assertThat(wrong.err()).contains("do not match", "rests for 5 minutes");
        }
        assertThat(as("cli-gus", PASSWORD, "check").code()).isEqualTo(4);
    }

    @Test
    void theConfigurationIsPrintedWithoutItsSecrets() {
        var check = asAdministrator("check");
        assertThat(check.out())
                .contains("Router: database", "Language: en")
                .containsPattern(
                        "Database: %s [^,]*, schema [0-9]+"
                                .formatted(PostgreSql.isAsked() ? "PostgreSQL" : "H2"))
                .containsPattern("Apps, in order: messagelog, .*handlers.*, default")
                .containsPattern("handlers: .*echo, .*ping")
                .contains("message_tester: engine database, router blocking")
                .contains("http: engine http, router database", "to={identity}&text={text}")
                .contains("kannel-fake-smsc: engine kannel", "sendsms-params.password = ***")
                .contains("Problems: none")
                .doesNotContain(Kannel.PASSWORD, Server.PASSWORD);
        assertThat(check.code()).isZero();
    }

    @Test
    void aBackendThatPausesIsAProblemUntilItsGatewayIsBack() {
        FlakyGateway.GATEWAY.is(FlakyGateway.Mood.THROTTLING);
        try {
            asAdministrator("send", "--backend=flaky", "--to=15640005", "later");
            await().atMost(ofSeconds(30))
                    .untilAsserted(
                            () ->
                                    assertThat(asAdministrator("check"))
                                            .returns(1, Outcome::code)
                                            .extracting(Outcome::out)
                                            .asString()
                                            .contains(
                                                    "Backend flaky pauses, and what waits for it is"
                                                            + " kept: THROTTLED: HTTP status 429."));
        } finally {
            FlakyGateway.GATEWAY.is(FlakyGateway.Mood.WELL);
        }
        await().atMost(ofSeconds(30))
                .until(() -> asAdministrator("check").out().contains("Problems: none"));
    }

    @Test
    void aMessageIsSentAndItsIdPrinted() {
        var send = asAdministrator("send", "--backend", "http", "--to", "15640001", "hello, all");
        assertThat(send.code()).isZero();
        assertThat(send.out()).matches("[0-9a-f]{32}");
    }

    @Test
    void whoWaitsLearnsThatTheGatewayHasIt() {
        var send =
                asAdministrator(
                        "send",
                        "--backend=http",
                        "--to=+15640002",
                        "--to=15640003",
                        "--wait",
                        "hi");
        assertThat(send.out().lines()).hasSize(2).last().isEqualTo("sent");
        assertThat(FakeGateway.QUEUED.textsTo("+15640002")).containsExactly("hi");
        assertThat(FakeGateway.QUEUED.textsTo("15640003")).containsExactly("hi");
    }

    @Test
    void whoWaitsLearnsWhyItFailed() {
        FakeGateway.QUEUED.answer(400, "no such number");
        var send = asAdministrator("send", "--backend=http", "--to=15640004", "--wait", "in vain");
        assertThat(send.code()).isEqualTo(1);
        assertThat(send.err()).contains("errored", "15640004", "HTTP status 400");
    }

    @Test
    void whatCannotBeSentIsExplained() {
        var nowhere = asAdministrator("send", "--backend=nosuch", "--to=1", "hi");
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).contains("There is no backend nosuch", "http, ");
        var nobody = asAdministrator("send", "--backend=http", "hi");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("Missing required option: '--to=NUMBER'");
        var nothing = asAdministrator("send", "--backend=http", "--to=1", " ");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).contains("The message is empty");
    }

    @Test
    void aServerThatIsNotThereIsExplained() {
        var nowhere = asAdministrator("check", "--server=http://127.0.0.1:1");
        assertThat(nowhere.code()).isEqualTo(3);
        assertThat(nowhere.err()).contains("no answer from http://127.0.0.1:1", "--server");
        var another = asAdministrator("check", "--server=http://192.0.2.1:8080");
        assertThat(another.code()).isEqualTo(2);
        assertThat(another.err()).contains("another machine", "--insecure");
    }

    @Test
    void nobodyCommandsWithoutAPassword() {
        for (var path : List.of("/command/check", "/command/message/1")) {
            assertThat(Server.get(path).status()).isEqualTo(401);
        }
        assertThat(Server.post("/command/user/create", "username", "cli-hal").status())
                .isEqualTo(401);
        assertThat(Server.get("/command/check", "Authorization", "Basic !").status())
                .isEqualTo(401);
        assertThat(Server.get("/command/check", "Authorization", "Bearer x").status())
                .isEqualTo(401);
    }

    @Test
    @Needs({Browser.CHROMIUM, Browser.CHROMEDRIVER})
    void noPageCommandsInTheNameOfWhoIsLoggedIn() {
        try (var browser = Browser.open()) {
            browser.logIn();
            var status =
                    browser.driver()
                            .executeAsyncScript(
                                    """
                                    var done = arguments[0];
                                    fetch('/command/user/create', { method: 'POST',
                                        body: new URLSearchParams({ username: 'cli-ida', password: '12345678' }) })
                                        .then(function (answer) { done(answer.status); });
                                    """);
            assertThat(status).isEqualTo(403L);
        }
    }

    private static Outcome create(String name, String password, String... more) {
        var arguments = new ArrayList<>(List.of("create-user", name));
        arguments.addAll(List.of(more));
        return run(
                Map.of("RAPIDSMS_PASSWORD", Server.PASSWORD, "RAPIDSMS_NEW_PASSWORD", password),
                arguments.toArray(String[]::new));
    }

    private static Outcome asAdministrator(String... arguments) {
        return as(Server.ADMINISTRATOR, Server.PASSWORD, arguments);
    }

    private static Outcome as(String user, String password, String... arguments) {
        return run(Map.of("RAPIDSMS_USERNAME", user, "RAPIDSMS_PASSWORD", password), arguments);
    }

    private static Outcome run(Map<String, String> environment, String... arguments) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-jar", System.getProperty("it.cli")));
        command.addAll(List.of(arguments));
        try {
            var builder = new ProcessBuilder(command);
            builder.environment().put("RAPIDSMS_SERVER", Server.address("").toString());
            builder.environment().putAll(environment);
            var errors = File.createTempFile("command", ".err");
            builder.redirectError(errors).redirectInput(new File("/dev/null"));
            var process = builder.start();
            var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            var err = Files.readString(errors.toPath());
            assertThat(errors.delete()).isTrue();
            return new Outcome(process.exitValue(), out.strip(), err.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
