package org.rapidsms.it;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;

/**
 * A server for mail, with the mailbox of the backend {@code mail}. It runs as long as the tests.
 */
final class FakeMail {

    static final String ADDRESS = "sms@example.org";
    static final String USERNAME = "sms";
    static final String PASSWORD = "for mail alone";

    private static final GreenMail SERVER =
            new GreenMail(new ServerSetup[] {onAFreePort("smtp"), onAFreePort("imap")});
    private static final GreenMailUser US;

    static {
        SERVER.start();
        US = SERVER.setUser(ADDRESS, USERNAME, PASSWORD);
    }

    private FakeMail() {}

    private static ServerSetup onAFreePort(String protocol) {
        return new ServerSetup(0, "127.0.0.1", protocol);
    }

    static int smtp() {
        return SERVER.getSmtp().getPort();
    }

    static int imap() {
        return SERVER.getImap().getPort();
    }

    /** Somebody writes to the backend. */
    static void write(String mail) throws MessagingException {
        var bytes = mail.getBytes(StandardCharsets.UTF_8);
        US.deliver(
                new MimeMessage(
                        Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }

    /** What one address was sent. */
    static List<MimeMessage> to(String address) throws MessagingException {
        return List.of(SERVER.getReceivedMessagesForDomain(address));
    }
}
