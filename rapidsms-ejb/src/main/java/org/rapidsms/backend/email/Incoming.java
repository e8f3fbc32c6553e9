package org.rapidsms.backend.email;

import static org.rapidsms.backend.email.EmailLog.LOG;

import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.Receiver;

/** Takes mails out of a folder: first they are stored, then seen. */
final class Incoming {

    /** More than most servers let pass. */
    private static final int MOST_BYTES = 25 * 1024 * 1024;

    private final String backend;
    private final EmailConfig config;
    private final Receiver receiver;

    Incoming(String backend, EmailConfig config, Receiver receiver) {
        this.backend = backend;
        this.config = config;
        this.receiver = receiver;
    }

    /** Takes all mails that nobody has seen, and what comes meanwhile. */
    void take(Mailbox mailbox) throws MessagingException, InterruptedException {
        List<Message> mails;
        while (!(mails = mailbox.unseen()).isEmpty()) {
            for (var mail : mails) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                take(mail, mailbox.uid(mail));
            }
        }
    }

    private void take(Message mail, long uid) throws MessagingException {
        if (mail.getSize() > MOST_BYTES) {
            leave(mail, uid, "it has more than 25 MiB");
            return;
        }
        var bytes = bytes(mail);
        try {
            events(bytes, uid).forEach(receiver::receive);
            mail.setFlag(Flags.Flag.SEEN, true);
        } catch (UnreadableMail | BadWebhookException e) {
            leave(mail, uid, e.getMessage());
        }
    }

    /** Read whole, so that what fails after this is the mail and not the connection. */
    private static byte[] bytes(Message mail) throws MessagingException {
        var bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(bytes);
        } catch (IOException e) {
            throw new MessagingException("the connection broke", e);
        }
        return bytes.toByteArray();
    }

    private List<BackendEvent> events(byte[] bytes, long uid) throws UnreadableMail {
        try {
            var mail = new IncomingMail(bytes, config.from());
            var why = mail.whyPassedOver();
            if (why.isPresent()) {
                LOG.passedOver(backend, uid, why.get());
                return List.of();
            }
            var events = mail.events();
            if (events.isEmpty()) {
                LOG.passedOver(backend, uid, "a report that ends nothing of ours");
            }
            return events;
        } catch (MessagingException | IOException | RuntimeException e) {
            // What the parser stumbles over must not stand in the way of all others for ever.
            throw new UnreadableMail(e.getClass().getSimpleName());
        }
    }

    /** It stays where it is, with a star, and does not come again. */
    private void leave(Message mail, long uid, String why) throws MessagingException {
        LOG.unreadable(backend, uid, why);
        mail.setFlag(Flags.Flag.FLAGGED, true);
        mail.setFlag(Flags.Flag.SEEN, true);
    }
}
