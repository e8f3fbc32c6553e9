package org.rapidsms.backend.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;
import org.rapidsms.settings.Settings;

/**
 * The settings of one e-mail backend.
 *
 * @param from {@code from}: our own address, with or without a name
 * @param subject {@code subject}: of each mail that leaves
 * @param smtp by which mail leaves
 * @param imap by which mail comes in; empty if none shall
 * @param folder {@code imap-folder}: where new mail lies
 * @param poll {@code poll}: how long until the folder is looked at again. A server that knows IDLE
 *     says besides when there is something new
 * @param timeout {@code timeout}: how long each answer of a server may take
 */
record EmailConfig(
        InternetAddress from,
        String subject,
        MailServer smtp,
        Optional<MailServer> imap,
        String folder,
        Duration poll,
        Duration timeout) {

    /** Routers on the way forget connections by which nothing was said for longer. */
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    static EmailConfig from(Settings settings) {
        return new EmailConfig(
                from(settings, settings.text("from")),
                settings.text("subject", "Message"),
                MailServer.smtp(settings),
                imap(settings),
                settings.text("imap-folder", "INBOX"),
                upToTenMinutes(settings, "poll", Duration.ofSeconds(30)),
                upToTenMinutes(settings, "timeout", Duration.ofSeconds(30)));
    }

    private static Optional<MailServer> imap(Settings settings) {
        if (settings.optional("imap-host").isEmpty()) {
            return Optional.empty();
        }
        var server = MailServer.imap(settings);
        if (server.username().isEmpty()) {
            throw settings.wrong("imap-username", "is required, as imap-host is set");
        }
        return Optional.of(server);
    }

    private static Duration upToTenMinutes(Settings settings, String name, Duration otherwise) {
        var time = settings.time(name, otherwise);
        if (time.toMillis() < 1000 || time.compareTo(TEN_MINUTES) > 0) {
            throw settings.wrong(name, "must be a time from 1s to 10m");
        }
        return time;
    }

    private static InternetAddress from(Settings settings, String from) {
        try {
            var address = new InternetAddress(from, true);
            if (address.getAddress().contains("@")) {
                return address;
            }
        } catch (AddressException e) {
            // Said below, as for an address without domain.
        }
        throw settings.wrong("from", "must be an e-mail address, not " + from);
    }

    /** What follows the at sign in our address. */
    String domain() {
        return from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }
}
