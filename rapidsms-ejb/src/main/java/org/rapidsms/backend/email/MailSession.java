package org.rapidsms.backend.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Service;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Secret;

/** How Jakarta Mail is to speak with one server. */
final class MailSession {

    private final MailServer server;
    private final Session session;

    /**
     * @param protocol {@code smtp} or {@code imap}
     * @param us how we name ourselves
     * @param timeout for connecting
     * @param silence for how long the server may say nothing
     */
    MailSession(
            String protocol,
            MailServer server,
            String us,
            Duration timeout,
            Duration silence,
            Gateway gateway) {
        this.server = server;
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        var time = String.valueOf(timeout.toMillis());
        properties.setProperty(prefix + "connectiontimeout", time);
        properties.setProperty(prefix + "timeout", String.valueOf(silence.toMillis()));
        properties.setProperty(prefix + "writetimeout", time);
        properties.setProperty(prefix + "localhost", us);
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "auth", String.valueOf(server.username().isPresent()));
        properties.setProperty(prefix + "ssl.enable", is(MailServer.Tls.TLS));
        properties.setProperty(prefix + "starttls.enable", is(MailServer.Tls.STARTTLS));
        properties.setProperty(prefix + "starttls.required", is(MailServer.Tls.STARTTLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        // To read a mail must not make it a seen one: that it is when it is stored.
        properties.setProperty(prefix + "peek", "true");
        properties.put(prefix + "socketFactory", new GatewaySockets(gateway, timeout));
        // Else it would go around the gateway if that does not connect.
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        session = Session.getInstance(properties);
    }

    private String is(MailServer.Tls kind) {
        return String.valueOf(server.tls() == kind);
    }

    /** What mails are made in. */
    Session session() {
        return session;
    }

    void connect(Service service) throws MessagingException {
        service.connect(
                server.host(),
                server.port(),
                server.username().orElse(null),
                server.password().map(Secret::value).orElse(null));
    }
}
