package org.rapidsms.backend.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.IncomingSms;

/** What mails mean, as programs and servers write them. */
class IncomingMailTest {

    private static final String FROM = "From: Alice <Alice@Example.ORG>\n";

    @Test
    void whoWritesIsAnAddressWithALowerCaseDomain() throws Exception {
        assertThat(text("From: =?utf-8?q?Zo=C3=AB?= <Zoe@Example.ORG>\n\nping").identity())
                .isEqualTo("Zoe@example.org");
    }

    @Test
    void theTextIsTheFirstPlainPart() throws Exception {
        assertThat(text(alternatives("ping", "<p>other</p>")).text()).isEqualTo("ping");
    }

    @Test
    void withoutAPlainPartItIsWhatTheHtmlShows() throws Exception {
        var html =
                "<html><head><title>no</title><style>p > a {color: red}</style></head><body>"
                        + "<!-- no --><script>if (a<b) {}</script><p>ping &amp;  <b>pong</b>"
                        + " &lt;&#233;&#x1F600;&gt;</p><div>one<br>two</div>a < b &c"
                        + "<blockquote>quoted <blockquote>twice</blockquote></blockquote></body>";

        assertThat(text(FROM + "Content-Type: text/html; charset=utf-8\n\n" + html).text())
                .isEqualTo("ping & pong <é😀>\none\ntwo\na < b &c");
    }

    @Test
    void aFileThatIsSentAlongIsNotTheText() throws Exception {
        var mail =
                FROM
                        + "Content-Type: multipart/mixed; boundary=x\n\n--x\n"
                        + "Content-Type: text/plain\nContent-Disposition: attachment\n\nfile\n--x\n"
                        + "Content-Type: text/html\n\n<p>ping</p>\n--x--\n";

        assertThat(text(mail).text()).isEqualTo("ping");
    }

    @Test
    void aMailWithAPictureAloneIsAnEmptyText() throws Exception {
        assertThat(text(FROM + "Content-Type: image/png\n\nxxx").text()).isEmpty();
    }

    @Test
    void itsCharsetIsReadAndAnUnknownOneIsTakenForUtf8() throws Exception {
        var latin =
                FROM
                        + "Content-Type: text/plain; charset=iso-8859-1\n"
                        + "Content-Transfer-Encoding: quoted-printable\n\ncaf=E9";
        var unknown = FROM + "Content-Type: text/plain; charset=no-such\n\ncafé";
        var broken = FROM + "Content-Type: ;;;\n\ncafé";

        assertThat(text(latin).text()).isEqualTo("café");
        assertThat(text(unknown).text()).isEqualTo("café");
        assertThat(text(broken).text()).isEqualTo("café");
    }

    @Test
    void linesThatAProgramWrappedAreJoined() throws Exception {
        var flowed = "Content-Type: text/plain; format=flowed\n\none \ntwo\n three\n-- \nAlice";
        var delsp = "Content-Type: text/plain; format=flowed; delsp=yes\n\none \ntwo";

        assertThat(text(FROM + flowed).text()).isEqualTo("one two\nthree");
        assertThat(text(FROM + delsp).text()).isEqualTo("onetwo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ping\n-- \nAlice\nHealth worker",
                "ping\n\nOn Mon, 1 Jan 2026 at 10:00, SMS <sms@example.org> wrote:\n> pong\n> pong",
                "ping\n\nOn Mon, 1 Jan 2026 at 10:00, SMS\n<sms@example.org> wrote:\n\n> pong",
                "On Mon, 1 Jan 2026 at 10:00, SMS wrote:\n> pong\n\nping",
                "\nOn Mon, 1 Jan 2026 at 10:00, SMS wrote:\n\n> pong\n\nping\n-- \nAlice",
                "ping\nOn Mon, 1 Jan 2026 at 10:00, SMS wrote:\npong without marks",
                "ping\n\nLe lun. 1 janv. 2026 à 10:00, SMS a écrit :\n\npong",
                "ping\nEl lun, 1 ene 2026 a las 10:00, SMS escribió:\n> pong",
                "ping\nفي الاثنين، ١ يناير ٢٠٢٦ كتب SMS:\n> pong",
                "ping\nAlguém disse:\n> pong",
                "ping\n\n-----Original Message-----\nFrom: SMS\nSent: today\n\npong",
                "ping\n________________________________\nFrom: SMS",
                "ping\n\nSent from my iPhone",
                "ping\n\nEnvoyé de mon iPhone\n\n> pong"
            })
    void whatIsQuotedAndSignedIsCutOff(String written) throws Exception {
        assertThat(text(FROM + "\n" + written).text()).isEqualTo("ping");
    }

    @Test
    void whatOnlyLooksLikeAQuotationStays() throws Exception {
        var text = "On my way. She wrote:\nbring water\n\nA: yes";

        assertThat(text(FROM + "\n" + text).text()).isEqualTo(text);
    }

    @Test
    void itsMessageIdIsItsNameAndElseItsHash() throws Exception {
        var named = text(FROM + "Message-ID: <1@example.org>\n\nping");
        var nameless = text(FROM + "Date: today\n\nping");

        assertThat(named.fields()).containsEntry("external_id", "<1@example.org>");
        assertThat(nameless.fields().get("external_id"))
                .hasSize(64)
                .isEqualTo(text(FROM + "Date: today\n\nping").fields().get("external_id"))
                .isNotEqualTo(text(FROM + "Date: later\n\nping").fields().get("external_id"));
        assertThat(
                        text(FROM + "Message-ID: <" + "x".repeat(300) + "@y>\n\nping")
                                .fields()
                                .get("external_id"))
                .hasSize(64);
    }

    @Test
    void appsLearnItsSubjectAndWhatItAnswers() throws Exception {
        var mail =
                text(
                        FROM
                                + "Subject: =?utf-8?b?w6l0w6k=?=\n"
                                + "In-Reply-To: <rapidsms.1@example.org>\n\nping");

        assertThat(mail.fields())
                .containsEntry("subject", "été")
                .containsEntry("in_reply_to", "<rapidsms.1@example.org>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: Auto-Generated; x=y",
                "Precedence: bulk",
                "Precedence: Junk",
                "Precedence: list",
                "List-Id: <health.example.org>",
                "X-Auto-Response-Suppress: All",
                "Return-Path: <>"
            })
    void whatAMachineWroteIsPassedOver(String header) throws Exception {
        assertThat(mail(FROM + header + "\n\nping").whyPassedOver()).isPresent();
    }

    @Test
    void whatWeWroteOurselvesIsPassedOver() throws Exception {
        assertThat(mail("From: SMS@example.org\n\nping").whyPassedOver()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Auto-Submitted: no", "Precedence: normal", "Return-Path: <a@example.org>"})
    void whatSomebodyWroteIsNotPassedOver(String header) throws Exception {
        assertThat(mail(FROM + header + "\n\nping").whyPassedOver()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: x", "From: nobody", "From: <>", "From: @", "From: a@b c@d"})
    void aMailOfNobodyIsUnreadable(String header) {
        assertThatThrownBy(() -> mail(header + "\n\nping").events())
                .isInstanceOf(UnreadableMail.class)
                .hasMessageNotContaining("nobody@");
    }

    @Test
    void aBounceIsAReportOfTheMailThatDidNotArrive() throws Exception {
        assertThat(mail(bounce("failed", "5.1.1")).whyPassedOver()).isEmpty();
        assertThat(mail(bounce("failed", "5.1.1")).events())
                .containsExactly(
                        DeliveryReport.of(
                                "<rapidsms.m1@example.org>",
                                DeliveryReport.State.FAILED,
                                "5.1.1 smtp; 550 no such user"));
    }

    @Test
    void aReportOfSuccessIsOneToo() throws Exception {
        assertThat(mail(bounce("delivered", "2.0.0")).events())
                .extracting(event -> ((DeliveryReport) event).state())
                .containsExactly(DeliveryReport.State.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"delayed", "relayed", "expanded", "whatever"})
    void whatIsStillOnItsWayIsNoReport(String action) throws Exception {
        assertThat(mail(bounce(action, "4.4.7")).events()).isEmpty();
    }

    @Test
    void aBounceWithoutTheMailIsKnownByWhatItAnswers() throws Exception {
        var bounce =
                bounce("failed", "5.1.1")
                        .replace("Message-ID: <rapidsms.m1@example.org>\n", "")
                        .replace(
                                "MIME-Version",
                                "In-Reply-To: <rapidsms.m1@example.org>\nMIME-Version");

        assertThat(mail(bounce).events())
                .extracting(event -> ((DeliveryReport) event).externalIds())
                .containsExactly(List.of("<rapidsms.m1@example.org>"));
    }

    @Test
    void pitfall6AnyTextComesIn() throws Exception {
        for (var text : List.of("", "😀👩‍👩‍👧‍👦", "مرحبا بالعالم", "a\0b", "x".repeat(1600))) {
            var mail = FROM + "Content-Type: text/plain; charset=utf-8\n\n" + text;

            assertThat(text(mail).text()).isEqualTo(text);
        }
    }

    private static String alternatives(String plain, String html) {
        return FROM
                + "Content-Type: multipart/mixed; boundary=a\n\n--a\n"
                + "Content-Type: multipart/alternative; boundary=b\n\n--b\n"
                + "Content-Type: text/html\n\n"
                + html
                + "\n--b\nContent-Type: text/plain\n\n"
                + plain
                + "\n--b--\n--a--\n";
    }

    /** As Postfix writes it. */
    static String bounce(String action, String status) {
        return """
               Return-Path: <>
               From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
               Subject: Undelivered Mail Returned to Sender
               To: sms@example.org
               Auto-Submitted: auto-replied
               MIME-Version: 1.0
               Content-Type: multipart/report; report-type=delivery-status; boundary="x"

               This is a MIME-encapsulated message.

               --x
               Content-Description: Notification
               Content-Type: text/plain; charset=us-ascii

               I'm sorry to have to inform you that your message could not be delivered.

               --x
               Content-Description: Delivery report
               Content-Type: message/delivery-status

               Reporting-MTA: dns; mx.example.org
               X-Postfix-Queue-ID: 4XyZ

               Final-Recipient: rfc822; alice@example.org
               Action: %s
               Status: %s
               Diagnostic-Code: smtp; 550 no such user

               --x
               Content-Description: Undelivered Message
               Content-Type: message/rfc822

               From: sms@example.org
               Message-ID: <rapidsms.m1@example.org>
               Subject: Message

               pong

               --x--
               """
                .formatted(action, status);
    }

    private static IncomingSms text(String raw) throws Exception {
        return (IncomingSms) mail(raw).events().get(0);
    }

    private static IncomingMail mail(String raw) throws Exception {
        return new IncomingMail(
                raw.getBytes(StandardCharsets.UTF_8), new InternetAddress("sms@example.org"));
    }
}
