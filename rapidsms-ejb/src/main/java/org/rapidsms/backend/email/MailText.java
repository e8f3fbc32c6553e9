package org.rapidsms.backend.email;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a mail: what its first plain part says, else what its first HTML part shows. */
final class MailText {

    /** As much of a text as anybody will read. */
    private static final int MOST_CHARACTERS = 64 * 1024;

    /** A mail with more parts within parts is made to annoy. */
    private static final int DEEPEST = 20;

    private MailText() {}

    /** Empty if there is none, as in a mail with a picture alone. */
    static String of(Part mail) throws MessagingException, IOException {
        var plain = find(mail, "text/plain", 0);
        if (plain.isPresent()) {
            return Flowed.unwrapped(text(plain.get()), type(plain.get()));
        }
        var html = find(mail, "text/html", 0);
        return html.isPresent() ? HtmlText.of(text(html.get())) : "";
    }

    private static Optional<Part> find(Part part, String wanted, int depth)
            throws MessagingException, IOException {
        if (type(part).match(wanted) && !Part.ATTACHMENT.equalsIgnoreCase(disposition(part))) {
            return Optional.of(part);
        }
        if (type(part).match("multipart/*") && depth < DEEPEST) {
            var parts = parts(part);
            for (int i = 0; i < parts.getCount(); i++) {
                var found = find(parts.getBodyPart(i), wanted, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    static MimeMultipart parts(Part part) throws MessagingException, IOException {
        // From the bytes, which needs no handler that a class loader might not find.
        return new MimeMultipart(part.getDataHandler().getDataSource());
    }

    /** The part of a report that stands at this place; empty if there are fewer. */
    static Optional<BodyPart> part(Part report, int place) throws MessagingException, IOException {
        var parts = parts(report);
        return place < parts.getCount() ? Optional.of(parts.getBodyPart(place)) : Optional.empty();
    }

    private static String disposition(Part part) throws MessagingException {
        try {
            return part.getDisposition();
        } catch (ParseException e) {
            return null;
        }
    }

    static ContentType type(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType());
        } catch (ParseException e) {
            // RFC 2045 §5.2: what cannot be read is plain text.
            return new ContentType("text", "plain", null);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        var bytes = part.getInputStream().readAllBytes();
        var text = new String(bytes, charset(type(part))).replace("\r\n", "\n");
        return text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    }

    private static Charset charset(ContentType type) {
        var name = type.getParameter("charset");
        try {
            return name == null
                    ? StandardCharsets.UTF_8
                    : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
