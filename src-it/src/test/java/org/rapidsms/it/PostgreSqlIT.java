package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** What can happen only to a database that is a server of its own, and is asked by several. */
@OnServer
@EnabledIfSystemProperty(named = "it.database", matches = "postgresql")
class PostgreSqlIT {

    @Test
    void noGatewayNoticesThatTheDatabaseWasRestarted() throws SQLException {
        assertThat(ask("ping").body()).isEqualTo("OK");
        PostgreSql.run(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where usename = current_user and pid <> pg_backend_pid()
                """);

        assertThat(ask("ping").body()).isEqualTo("OK");
        await().atMost(ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(FakeGateway.QUEUED.textsTo("15650001"))
                                        .containsExactly("pong", "pong"));
    }

    @Test
    void whatComesWhileTheDatabaseIsAwayIsKeptAndAnsweredWhenItIsBack() throws SQLException {
        PostgreSql.goAway();
        try {
            var answer =
                    Server.post(
                            "/backend/http/",
                            "identity",
                            "15650003",
                            "text",
                            "echo from the spool");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("OK");
        } finally {
            PostgreSql.comeBack();
        }
        await().atMost(ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(FakeGateway.QUEUED.textsTo("15650003"))
                                        .containsExactly("from the spool"));
    }

    @Test
    void aReportThatComesWhileTheDatabaseIsAwayIsAskedForOnceMore() throws SQLException {
        PostgreSql.goAway();
        try {
            var report =
                    "/backend/kannel-fake-smsc/status/?message_id=1&identity=15650004&status=1";
            var answer = Server.get(report);
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers()).containsKey("Retry-After");
        } finally {
            PostgreSql.comeBack();
        }
    }

    @Test
    void theDatabaseOfTheseTestsConfirmsWhatIsOnItsDisk() throws SQLException {
        for (var name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(PostgreSql.column("show " + name)).as(name).containsExactly("on");
        }
    }

    @Test
    void theQueueTakesWhatComesWhileTheDatabaseIsAwayAndWaitsForIt() throws Exception {
        PostgreSql.goAway();
        try {
            var answer =
                    Server.post("/backend/jms/", "identity", "15650005", "text", "echo queued");
            assertThat(answer.status()).isEqualTo(200);
            await().atMost(ofSeconds(60)).until(() -> serverLog().contains("RSMS00163"));
        } finally {
            PostgreSql.comeBack();
        }
        await().atMost(ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(FakeGateway.QUEUED.textsTo("15650005"))
                                        .containsExactly("queued"));
    }

    @Test
    void whatTheDatabaseRefusesIsLoggedWithoutTheTextAndThePhone() throws Exception {
        var call = "/backend/kannel-fake-smsc/?id=15650002&text=so+private&sms_id=twice";
        var thread = Executors.newSingleThreadExecutor();
        try (var another = PostgreSql.connect();
                var node = another.createStatement()) {
            another.setAutoCommit(false);
            node.execute(
                    """
                    insert into message (id, message_id, direction, status, backend, external_id,
                        text, date)
                    values (-1, 'by-another-node', 'I', 'R', 'kannel-fake-smsc', 'twice', '', now())
                    """);
            var status = thread.submit(() -> Server.get(call).status());
            await("our node waits for the other").until(PostgreSqlIT::isSomebodyWaiting);
            another.commit();
            assertThat(status.get()).isEqualTo(200);
        } finally {
            thread.shutdown();
        }

        assertThat(serverLog())
                .contains("message_is_received_once")
                .doesNotContain("so private", "15650002");
    }

    private static boolean isSomebodyWaiting() throws SQLException {
        try (var connection = PostgreSql.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select 1 from pg_stat_activity where wait_event_type = 'Lock'")) {
            return rows.next();
        }
    }

    @Test
    void anOldNodeRefusesANewerSchemaWithOneSentenceAndServesNothing() throws Exception {
        assertThat(onDeployment("undeploy")).isEqualTo("success");
        PostgreSql.run(
                """
                insert into flyway_schema_history (installed_rank, version, description, type,
                    script, installed_by, execution_time, success)
                values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 'later', 1, true)
                """);
        try {
            assertThat(onDeployment("deploy")).isEqualTo("failed");
            assertThat(Server.get("/").status()).isEqualTo(503);
            assertThat(ask("ping").status()).as("the gateway comes again").isEqualTo(503);
            assertThat(serverLog().lines().filter(line -> line.contains("RSMS00050")))
                    .singleElement()
                    .asString()
                    .contains("RapidSMS does not start", "newer version of RapidSMS (schema 9999");
        } finally {
            PostgreSql.run("delete from flyway_schema_history where version = '9999'");
            assertThat(onDeployment("deploy")).isEqualTo("success");
        }
        assertThat(ask("ping").body()).isEqualTo("OK");
    }

    private static Answer ask(String text) {
        return Server.post("/backend/http/", "identity", "15650001", "text", text);
    }

    private static String onDeployment(String operation) throws IOException {
        var request = new ModelNode();
        request.get("operation").set(operation);
        request.get("address").add("deployment", "rapidsms.ear");
        var port = Integer.getInteger("it.port.management");
        try (var server = ModelControllerClient.Factory.create("127.0.0.1", port)) {
            return server.execute(request).get("outcome").asString();
        }
    }

    private static String serverLog() throws IOException {
        return Files.readString(Path.of(System.getProperty("it.server"), "log", "server.log"));
    }
}
