package org.rapidsms.backend.email;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.SendFailure;

/** One mailbox. */
class EmailBackend implements ConnectedBackend {

    private final String name;
    private final EmailConfig config;
    private final Gateway gateway;
    private final ThreadFactory threads;
    private final MailSession smtp;

    EmailBackend(String name, EmailConfig config, Gateway gateway, ThreadFactory threads) {
        this.name = name;
        this.config = config;
        this.gateway = gateway;
        this.threads = threads;
        smtp =
                new MailSession(
                        "smtp",
                        config.smtp(),
                        config.domain(),
                        config.timeout(),
                        config.timeout(),
                        gateway);
    }

    /** A mail to several shows each who the others are. */
    @Override
    public int phonesAtOnce() {
        return 1;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        return sms.identities().stream().map(identity -> send(sms, identity)).toList();
    }

    private Outcome send(OutgoingSms sms, String identity) {
        try {
            var mail = OutgoingMail.of(sms, identity, config, smtp.session());
            send(mail);
            return new Outcome(
                    identity, Optional.empty(), Optional.of(mail.id()), "", Optional.empty());
        } catch (AddressException e) {
            return Outcome.failed(identity, SendFailure.REJECTED, "this is no e-mail address");
        } catch (MessagingException e) {
            return Outcome.failed(identity, MailFailure.ofSending(e));
        }
    }

    private void send(OutgoingMail mail) throws MessagingException {
        var transport = smtp.session().getTransport("smtp");
        try {
            smtp.connect(transport);
        } catch (MessagingException e) {
            throw MailFailure.ofConnecting(e);
        }
        try {
            transport.sendMessage(mail, mail.getAllRecipients());
        } finally {
            Closing.quietly(transport);
        }
    }

    @Override
    public void connect(Receiver receiver) throws InterruptedException {
        if (config.imap().isEmpty()) {
            receiver.ready();
            // There is nothing to keep open: each mail that leaves has a connection of its own.
            new CountDownLatch(1).await();
        }
        var incoming = new Incoming(name, config, receiver);
        try (var mailbox = Mailbox.open(config, gateway, threads)) {
            receiver.ready();
            while (true) {
                incoming.take(mailbox);
                mailbox.await(config.poll());
            }
        } catch (MessagingException e) {
            throw MailFailure.ofReading(e);
        }
    }
}
