package org.rapidsms.backend.email;

import java.util.Locale;
import java.util.Optional;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * A server for mail, out or in.
 *
 * @param host {@code smtp-host}, {@code imap-host}: its name
 * @param port {@code smtp-port}, {@code imap-port}: by default the one that goes with {@code tls}
 * @param tls {@code smtp-tls}, {@code imap-tls}: how the connection is kept private
 * @param username {@code smtp-username}, {@code imap-username}: whom to log in as
 * @param password {@code smtp-password}, {@code imap-password}
 */
record MailServer(
        String host, int port, Tls tls, Optional<String> username, Optional<Secret> password) {

    /** How a connection is kept private. */
    enum Tls {
        /** Not at all. */
        NONE,
        /** From a command on that the server must understand. */
        STARTTLS,
        /** From its first byte. */
        TLS
    }

    /** The ports for {@link Tls#NONE}, {@link Tls#STARTTLS} and {@link Tls#TLS}. */
    private record Usual(int none, int starttls, int tls) {

        int port(Tls kind) {
            return switch (kind) {
                case NONE -> none;
                case STARTTLS -> starttls;
                case TLS -> tls;
            };
        }
    }

    static MailServer smtp(Settings settings) {
        return from(settings, "smtp-", new Usual(25, 587, 465));
    }

    static MailServer imap(Settings settings) {
        return from(settings, "imap-", new Usual(143, 143, 993));
    }

    private static MailServer from(Settings settings, String kind, Usual ports) {
        var tls = tls(settings, kind + "tls");
        var server =
                new MailServer(
                        settings.text(kind + "host"),
                        settings.number(kind + "port", ports.port(tls), 1, 65_535),
                        tls,
                        settings.optional(kind + "username"),
                        settings.secret(kind + "password"));
        if (server.username.isPresent() != server.password.isPresent()) {
            var missing = kind + (server.username.isPresent() ? "password" : "username");
            throw settings.wrong(missing, "is required, as its other half is set");
        }
        return server;
    }

    private static Tls tls(Settings settings, String name) {
        var kind = settings.text(name, "tls");
        try {
            return Tls.valueOf(kind.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw settings.wrong(name, "must be none, starttls or tls, not " + kind);
        }
    }
}
