package org.rapidsms.backend.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.IncomingSms;

/** What a mail to us means. */
final class IncomingMail {

    /** What the core keeps of the gateway's id. */
    private static final int LONGEST_ID = 255;

    /** What a connection can have. */
    private static final int LONGEST_ADDRESS = 100;

    private static final Session SESSION = Session.getInstance(new Properties());

    private final MimeMessage mail;
    private final InternetAddress us;

    /**
     * @param bytes as it came
     * @param us our own address
     */
    IncomingMail(byte[] bytes, InternetAddress us) throws MessagingException {
        this.mail = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
        this.us = us;
    }

    static boolean isMessageId(String id) {
        return id.matches("<[^<>\\s]+>");
    }

    /** Why nothing follows from it: a machine wrote it. Empty if something does. */
    Optional<String> whyPassedOver() throws MessagingException, UnreadableMail {
        if (Bounce.is(mail)) {
            return Optional.empty();
        }
        if (says("Auto-Submitted") && !value("Auto-Submitted").startsWith("no")) {
            return Optional.of("Auto-Submitted");
        }
        if (value("Precedence").matches("bulk|junk|list|auto_reply")) {
            return Optional.of("Precedence");
        }
        for (var header : List.of("List-Id", "X-Auto-Response-Suppress")) {
            if (says(header)) {
                return Optional.of(header);
            }
        }
        if (value("Return-Path").equals("<>")) {
            return Optional.of("empty Return-Path");
        }
        return sender().equalsIgnoreCase(us.getAddress())
                ? Optional.of("it is from ourselves")
                : Optional.empty();
    }

    /** What it tells; empty for a report of what has not ended yet. */
    List<BackendEvent> events() throws MessagingException, IOException, UnreadableMail {
        if (Bounce.is(mail)) {
            return List.copyOf(Bounce.read(mail));
        }
        var text = MailText.of(mail);
        var fields = new HashMap<String, String>();
        fields.put("external_id", id(text));
        header("Subject").ifPresent(subject -> fields.put("subject", decoded(subject)));
        header("In-Reply-To").ifPresent(id -> fields.put("in_reply_to", id));
        return List.of(new IncomingSms(sender(), Quotation.cut(text), Map.copyOf(fields)));
    }

    private String id(String text) throws MessagingException {
        var given = header("Message-ID").orElse("");
        if (isMessageId(given) && given.length() <= LONGEST_ID) {
            return given;
        }
        return Hash.of(given, value("From"), value("Date"), text);
    }

    /** Domains have no case; what stands before the at sign may have one. */
    private String sender() throws MessagingException, UnreadableMail {
        try {
            var address = new InternetAddress(first(), true).getAddress();
            int at = address.lastIndexOf('@');
            if (at > 0 && address.length() <= LONGEST_ADDRESS) {
                return address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
            }
        } catch (AddressException e) {
            // Said below, as for an address without domain.
        }
        throw new UnreadableMail("nobody is named as its sender");
    }

    private String first() throws MessagingException, UnreadableMail {
        var from = mail.getFrom();
        if (from == null || from.length == 0 || !(from[0] instanceof InternetAddress address)) {
            throw new UnreadableMail("nobody is named as its sender");
        }
        return String.valueOf(address.getAddress());
    }

    private boolean says(String header) throws MessagingException {
        return header(header).isPresent();
    }

    /** In lower case; empty if it is not there. */
    private String value(String header) throws MessagingException {
        return header(header).orElse("").toLowerCase(Locale.ROOT);
    }

    private Optional<String> header(String name) throws MessagingException {
        return Optional.ofNullable(mail.getHeader(name, null))
                .map(value -> MimeUtility.unfold(value).strip())
                .filter(value -> !value.isEmpty());
    }

    private static String decoded(String header) {
        try {
            return MimeUtility.decodeText(header);
        } catch (UnsupportedEncodingException e) {
            return header;
        }
    }
}
