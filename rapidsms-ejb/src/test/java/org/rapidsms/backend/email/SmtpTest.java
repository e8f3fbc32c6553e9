package org.rapidsms.backend.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.HttpGateway;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Settings;

/** What follows from what an SMTP server says. */
class SmtpTest {

    private static final OutgoingSms SMS =
            new OutgoingSms("m1", "pong", List.of("alice@example.org"), Map.of());

    @ParameterizedTest
    @CsvSource({
        "RCPT, 450 4.2.0 mailbox is busy, UNREACHABLE",
        "RCPT, 451 4.7.1 not now, THROTTLED",
        "RCPT, 452 4.5.3 too many, THROTTLED",
        "RCPT, 550 5.1.1 no such user, REJECTED",
        "RCPT, 553 5.1.2 no such name, REJECTED",
        "MAIL, 421 4.7.0 too many mails, THROTTLED",
        "MAIL, 550 5.7.1 you are nobody here, MISCONFIGURED",
        "MAIL, 530 5.7.0 log in first, MISCONFIGURED",
        "DATA, 451 4.3.0 try again, THROTTLED",
        "DATA, 554 5.6.0 no, REJECTED",
        "., 450 4.2.0 try again, UNREACHABLE",
        "., 554 5.7.1 spam, REJECTED"
    })
    void aCodeIsTheFailureOfOnePerson(String command, String answer, SendFailure expected)
            throws IOException {
        try (var smtp = new ScriptedSmtp(command, answer)) {
            var outcome = send(smtp);

            assertThat(outcome.failure()).contains(expected);
            assertThat(outcome.words()).isEqualTo(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "*, 421 come later, THROTTLED",
        "*, 554 go away, MISCONFIGURED",
        "AUTH, 535 5.7.8 wrong password, MISCONFIGURED",
        "AUTH, 454 4.7.0 nobody can look that up now, UNREACHABLE"
    })
    void aCodeBeforeAnyMailIsTheFailureOfAll(String command, String answer, SendFailure expected)
            throws IOException {
        try (var smtp = new ScriptedSmtp(command, answer)) {
            assertThat(failure(smtp).failure()).isEqualTo(expected);
            assertThat(smtp.commands()).noneMatch(line -> line.startsWith("MAIL"));
        }
    }

    @Test
    void ofAMailThatWasHandedOverAndNotAnsweredNobodyKnows() throws IOException {
        try (var smtp = new ScriptedSmtp(".", "")) {
            assertThat(send(smtp).failure()).contains(SendFailure.UNKNOWN);
        }
    }

    @Test
    void triedAgainItHasTheSameName() throws IOException {
        try (var smtp = new ScriptedSmtp("VRFY", "")) {
            assertThat(send(smtp).externalId()).isPresent().isEqualTo(send(smtp).externalId());
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws IOException {
        var smtp = new ScriptedSmtp("VRFY", "");
        smtp.close();

        assertThat(failure(smtp).failure()).isEqualTo(SendFailure.UNREACHABLE);
    }

    @Test
    void aServerThatSaysNothingIsNotWaitedForForEver() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var backend = backend(silent.getLocalPort(), Map.of());

            var failure = catchThrowableOfType(SendException.class, () -> backend.send(SMS));

            assertThat(failure.failure()).isEqualTo(SendFailure.UNREACHABLE);
        }
    }

    @Test
    void withoutStarttlsNothingIsSentIfItIsAskedFor() throws IOException {
        try (var smtp = new ScriptedSmtp("VRFY", "")) {
            var backend = backend(smtp.port(), Map.of("smtp-tls", "starttls"));

            var failure = catchThrowableOfType(SendException.class, () -> backend.send(SMS));

            assertThat(failure.failure()).isEqualTo(SendFailure.MISCONFIGURED);
            assertThat(smtp.commands()).noneMatch(line -> line.matches("(AUTH|MAIL).*"));
        }
    }

    @Test
    void whatIsNoAddressIsRejectedAndNobodyIsAsked() throws IOException {
        try (var smtp = new ScriptedSmtp("VRFY", "")) {
            for (var identity : List.of("15551234", "a b@c", "a@b, c@d", "a@b\r\nBcc: c@d")) {
                var outcome = backend(smtp.port(), Map.of()).send(to(identity)).get(0);

                assertThat(outcome.failure()).contains(SendFailure.REJECTED);
            }
            assertThat(smtp.commands()).isEmpty();
        }
    }

    @Test
    void noPasswordIsTold() throws IOException {
        try (var smtp = new ScriptedSmtp("AUTH", "535 no")) {
            assertThat(failure(smtp).getMessage()).doesNotContain("s3cret").contains("535");
        }
    }

    private static OutgoingSms to(String identity) {
        return new OutgoingSms("m1", "pong", List.of(identity), Map.of());
    }

    private static Outcome send(ScriptedSmtp smtp) {
        return backend(smtp.port(), Map.of()).send(SMS).get(0);
    }

    private static SendException failure(ScriptedSmtp smtp) {
        var backend = backend(smtp.port(), Map.of());
        return Optional.ofNullable(
                        catchThrowableOfType(SendException.class, () -> backend.send(SMS)))
                .orElseThrow();
    }

    private static Backend backend(int port, Map<String, String> others) {
        var values = new HashMap<String, String>();
        values.put("from", "sms@example.org");
        values.put("smtp-host", "127.0.0.1");
        values.put("smtp-port", String.valueOf(port));
        values.put("smtp-tls", "none");
        values.put("smtp-username", "sms");
        values.put("smtp-password", "s3cret");
        values.put("timeout", "1s");
        values.putAll(others);
        return new EmailEngine(new HttpGateway())
                .configure("mail", Settings.of("rapidsms.backends.mail", values), Thread::new);
    }
}
