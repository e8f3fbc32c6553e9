package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The whole road by e-mail: a mail comes in, an app answers it, and the answer is a mail. */
@OnServer
class MailIT {

    @Test
    void aMailIsAnsweredByOne() throws Exception {
        var name = UUID.randomUUID();
        var alice = name + "@example.org";

        FakeMail.write(
                """
                From: Alice <%s>
                To: %s
                Message-ID: <%s@phone.example.org>
                Content-Type: text/plain; charset=utf-8

                echo héllo 😀

                On Sat, 21 Nov 2026 at 20:00, SMS wrote:
                > who are you?
                """
                        .formatted(alice, FakeMail.ADDRESS, name));

        await().atMost(ofSeconds(40)).until(() -> !FakeMail.to(alice).isEmpty());
        var answer = FakeMail.to(alice).get(0);
        var text = new String(answer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text.strip()).isEqualTo("héllo 😀");
        assertThat(answer.getHeader("In-Reply-To", null))
                .isEqualTo("<" + name + "@phone.example.org>");
        assertThat(answer.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
    }
}
