package org.rapidsms.backend.email;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import org.rapidsms.backend.OutgoingSms;

/** A text as the mail to one person. */
final class OutgoingMail extends MimeMessage {

    private final String id;

    private OutgoingMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    static OutgoingMail of(OutgoingSms sms, String identity, EmailConfig config, Session session)
            throws MessagingException {
        var mail = new OutgoingMail(session, id(sms, identity, config.domain()));
        mail.setFrom(config.from());
        mail.setRecipient(Message.RecipientType.TO, address(identity));
        mail.setSubject(config.subject(), "UTF-8");
        mail.setSentDate(new Date());
        var answered = sms.context().getOrDefault("external_id", "");
        boolean isAnswer = sms.context().containsKey("in_response_to");
        // RFC 3834: so that no machine answers it, nor another of our own kind.
        mail.setHeader("Auto-Submitted", isAnswer ? "auto-replied" : "auto-generated");
        if (IncomingMail.isMessageId(answered)) {
            mail.setHeader("In-Reply-To", answered);
            mail.setHeader("References", answered);
        }
        var text = sms.text().getBytes(StandardCharsets.UTF_8);
        // As a source of bytes, which needs no handler that a class loader might not find.
        mail.setDataHandler(
                new DataHandler(new ByteArrayDataSource(text, "text/plain; charset=utf-8")));
        mail.saveChanges();
        return mail;
    }

    /** The same if it is tried again, by which the other side may know it. */
    private static String id(OutgoingSms sms, String identity, String domain) {
        return "<rapidsms."
                + sms.messageId().replaceAll("[^A-Za-z0-9.-]", "-")
                + "."
                + Hash.of(identity).substring(0, 12)
                + "@"
                + domain
                + ">";
    }

    private static InternetAddress address(String identity) throws MessagingException {
        var address = new InternetAddress(identity, true);
        if (!address.getAddress().contains("@")) {
            throw new jakarta.mail.internet.AddressException("no domain", identity);
        }
        return address;
    }

    /** Its Message-ID. */
    String id() {
        return id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
