package org.rapidsms.backend.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.HttpGateway;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.KeptConnection;

/** A real server of SMTP and IMAP, and we. */
class EmailBackendTest {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final String US = "sms@example.org";
    private static final String ALICE = "alice@example.org";

    private final GreenMail mail =
            new GreenMail(new ServerSetup[] {smtp("smtp"), smtp("imap"), smtp("imaps")});
    private GreenMailUser us;
    private GreenMailUser alice;

    private static ServerSetup smtp(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }

    @BeforeEach
    void start() {
        mail.start();
        us = mail.setUser(US, "sms", "s3cret");
        alice = mail.setUser(ALICE, "alice", "pass");
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void aTextLeavesAsOneMailToEachPerson() throws Exception {
        var outcomes = backend().send(sms("pong", Map.of(), ALICE, "bob@example.org"));

        assertThat(outcomes).allMatch(outcome -> outcome.failure().isEmpty());
        assertThat(mail.getReceivedMessages()).hasSize(2);
        var sent = inbox(alice).get(0);
        assertThat(sent.getHeader("To", ",")).isEqualTo(ALICE);
        assertThat(sent.getSubject()).isEqualTo("Message");
        assertThat(sent.getHeader("From", null)).isEqualTo("RapidSMS <sms@example.org>");
        assertThat(outcomes.get(0).externalId()).contains(sent.getMessageID());
        assertThat(outcomes.get(1).externalId()).isNotEqualTo(outcomes.get(0).externalId());
        assertThat(sent.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(sent.getHeader("In-Reply-To")).isNull();
    }

    @Test
    void anAnswerStandsBelowTheMailThatItAnswers() throws Exception {
        backend()
                .send(
                        sms(
                                "pong",
                                Map.of("in_response_to", "m0", "external_id", "<1@example.org>"),
                                ALICE));

        var sent = inbox(alice).get(0);
        assertThat(sent.getHeader("In-Reply-To", null)).isEqualTo("<1@example.org>");
        assertThat(sent.getHeader("References", null)).isEqualTo("<1@example.org>");
        assertThat(sent.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
    }

    @Test
    void pitfall6AnyTextGoesOut() throws Exception {
        var texts =
                List.of(
                        "",
                        "😀👩‍👩‍👧‍👦",
                        "مرحبا بالعالم",
                        "x".repeat(1600),
                        ".\n..\nend",
                        "From me");
        for (var text : texts) {
            backend().send(sms(text, Map.of(), ALICE));
        }

        assertThat(inbox(alice)).extracting(EmailBackendTest::text).isEqualTo(texts);
    }

    @Test
    void aMailComesInAtOnceAndIsSeenThen() throws Exception {
        try (var connection = KeptConnection.of(backend()).awaitReady()) {
            deliver("Message-ID: <1@example.org>\nFrom: Alice <alice@EXAMPLE.org>\n\nping");

            connection.awaitEvents(1);

            var expected = Map.of("external_id", "<1@example.org>");
            assertThat(connection.texts())
                    .containsExactly(new IncomingSms(ALICE, "ping", expected));
            await().until(() -> inbox(us).get(0).isSet(Flags.Flag.SEEN));
        }
    }

    @Test
    void mailThatCameWhileWeWereAwayComesInToo() throws Exception {
        deliver("From: alice@example.org\n\none");
        deliver("From: alice@example.org\n\ntwo");

        try (var connection = KeptConnection.of(backend()).awaitReady()) {
            connection.awaitEvents(2);

            assertThat(connection.texts())
                    .extracting(IncomingSms::text)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void whatCannotBeStoredStaysUnseenAndComesAgain() throws Exception {
        deliver("From: alice@example.org\n\nping");
        var noDatabase = new IllegalStateException("no database");

        try (var connection = KeptConnection.refusing(backend(), noDatabase)) {
            assertThat(connection.awaitFailure()).isSameAs(noDatabase);
        }

        assertThat(inbox(us).get(0).isSet(Flags.Flag.SEEN)).isFalse();
        try (var connection = KeptConnection.of(backend()).awaitReady()) {
            assertThat(connection.awaitEvents(1)).hasSize(1);
        }
    }

    @Test
    void pitfall24ADuplicateMessageIdIsTheSameText() throws Exception {
        deliver("Message-ID: <1@example.org>\nFrom: alice@example.org\n\nping");
        deliver("Message-ID: <1@example.org>\nFrom: alice@example.org\n\nping");

        try (var connection = KeptConnection.of(backend()).awaitReady()) {
            connection.awaitEvents(2);

            assertThat(connection.texts())
                    .extracting(text -> text.fields().get("external_id"))
                    .containsOnly("<1@example.org>");
        }
    }

    @Test
    void pitfall24TwoOfOurKindDoNotAnswerEachOther() throws Exception {
        // Somebody writes to us in the name of another of our kind, who would answer our answer.
        var other =
                backend(Map.of("from", ALICE, "imap-username", "alice", "imap-password", "pass"));
        deliver("Message-ID: <1@example.org>\nFrom: alice@example.org\n\nping");

        try (var ours = KeptConnection.of(backend()).awaitReady();
                var theirs = KeptConnection.of(other).awaitReady()) {
            ours.awaitEvents(1);
            backend().send(answer(ours.texts().get(0)));

            await().until(() -> isSeen(alice));
            assertThat(theirs.texts()).isEmpty();
        }
    }

    @Test
    void pitfall24ABounceSaysThatATextFailed() throws Exception {
        var id = backend().send(sms("pong", Map.of(), ALICE)).get(0).externalId().orElseThrow();

        try (var connection = KeptConnection.of(backend()).awaitReady()) {
            deliver(
                    IncomingMailTest.bounce("failed", "5.1.1")
                            .replace("<rapidsms.m1@example.org>", id));

            List<BackendEvent> events = connection.awaitEvents(1);

            assertThat(events)
                    .containsExactly(
                            DeliveryReport.of(
                                    id,
                                    DeliveryReport.State.FAILED,
                                    "5.1.1 smtp; 550 no such user"));
        }
    }

    @Test
    void aMailThatCannotBeReadIsMarkedAndHoldsNobodyUp() throws Exception {
        deliver("Subject: of nobody\n\nping");
        deliver("From: alice@example.org\n\nping");

        try (var connection = KeptConnection.of(backend()).awaitReady()) {
            connection.awaitEvents(1);

            await().until(() -> inbox(us).get(0).isSet(Flags.Flag.FLAGGED));
            assertThat(inbox(us).get(1).isSet(Flags.Flag.FLAGGED)).isFalse();
        }
    }

    @Test
    void whoeverIsToldToStopStopsInTheMiddleOfListening() {
        var connection = KeptConnection.of(backend(Map.of("poll", "10m"))).awaitReady();

        assertThat(connection.interrupt()).isTrue();
    }

    @Test
    void itLooksByItselfAgainAndAgain() throws Exception {
        try (var connection = KeptConnection.of(backend(Map.of("poll", "1s"))).awaitReady()) {
            deliver("From: alice@example.org\n\none");
            connection.awaitEvents(1);
            inbox(us).get(0).setFlag(Flags.Flag.SEEN, false);

            // Nobody tells of a flag.
            assertThat(connection.awaitEvents(2)).hasSize(2);
        }
    }

    @Test
    void toBeSilentForAsLongAsAnAnswerMayTakeIsNoReasonToEnd() throws Exception {
        var settings = Map.of("poll", "1s", "timeout", "1s");
        deliver("From: alice@example.org\n\none");
        try (var connection = KeptConnection.of(backend(settings)).awaitReady()) {
            for (int looks = 1; looks <= 4; looks++) {
                assertThat(connection.awaitEvents(looks)).hasSize(looks);
                await().until(() -> isSeen(us));
                inbox(us).get(0).setFlag(Flags.Flag.SEEN, false);
            }
        }
    }

    @Test
    void aServerThatGoesAwayEndsTheConnection() {
        var connection = KeptConnection.of(backend(Map.of("poll", "1s"))).awaitReady();

        mail.stop();

        assertThat(connection.awaitSendException().failure()).isEqualTo(SendFailure.UNREACHABLE);
    }

    @Test
    void aWrongPasswordIsOurs() {
        var connection = KeptConnection.of(backend(Map.of("imap-password", "wrong")));

        assertThat(connection.awaitSendException().failure()).isEqualTo(SendFailure.MISCONFIGURED);
    }

    @Test
    void aFolderThatIsNotThereIsOurs() {
        var connection = KeptConnection.of(backend(Map.of("imap-folder", "Elsewhere")));

        assertThat(connection.awaitSendException().failure()).isEqualTo(SendFailure.MISCONFIGURED);
    }

    @Test
    void aServerWhoseCertificateIsNobodysIsNotTrusted() {
        var settings = Map.of("imap-tls", "tls", "imap-port", "" + mail.getImaps().getPort());
        var connection = KeptConnection.of(backend(settings));

        var failure = connection.awaitSendException();

        assertThat(failure.failure()).isEqualTo(SendFailure.MISCONFIGURED);
        assertThat(failure).hasMessageStartingWith("no trusted connection");
    }

    @Test
    void aBackendThatOnlySendsIsReadyAtOnce() {
        var settings = settings();
        settings.keySet().removeIf(name -> name.startsWith("imap-"));
        var connection = KeptConnection.of(backend(settings, Map.of())).awaitReady();

        assertThat(connection.interrupt()).isTrue();
    }

    private static OutgoingSms answer(IncomingSms text) {
        return sms(
                "pong",
                Map.of("in_response_to", "m0", "external_id", text.fields().get("external_id")),
                text.identity());
    }

    private static OutgoingSms sms(String text, Map<String, String> context, String... to) {
        return new OutgoingSms("m1", text, Arrays.asList(to), context);
    }

    private boolean isSeen(GreenMailUser user) throws Exception {
        return !inbox(user).isEmpty() && inbox(user).get(0).isSet(Flags.Flag.SEEN);
    }

    private List<MimeMessage> inbox(GreenMailUser user) throws Exception {
        return mail.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                .map(stored -> stored.getMimeMessage())
                .toList();
    }

    private static String text(MimeMessage mail) {
        try {
            var text = new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("\r\n", "\n").replaceAll("\n$", "");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void deliver(String raw) throws Exception {
        var bytes = raw.getBytes(StandardCharsets.UTF_8);
        us.deliver(new MimeMessage(SESSION, new ByteArrayInputStream(bytes)));
    }

    private ConnectedBackend backend() {
        return backend(Map.of());
    }

    private ConnectedBackend backend(Map<String, String> others) {
        return backend(settings(), others);
    }

    private static ConnectedBackend backend(Map<String, String> usual, Map<String, String> others) {
        usual.putAll(others);
        return (ConnectedBackend)
                new EmailEngine(new HttpGateway())
                        .configure(
                                "mail", Settings.of("rapidsms.backends.mail", usual), Thread::new);
    }

    private Map<String, String> settings() {
        var values = new HashMap<String, String>();
        values.put("from", "RapidSMS <sms@example.org>");
        values.put("smtp-host", "127.0.0.1");
        values.put("smtp-port", "" + mail.getSmtp().getPort());
        values.put("smtp-tls", "none");
        values.put("imap-host", "127.0.0.1");
        values.put("imap-port", "" + mail.getImap().getPort());
        values.put("imap-tls", "none");
        values.put("imap-username", "sms");
        values.put("imap-password", "s3cret");
        return values;
    }
}
