package org.rapidsms.backend.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rapidsms.backend.DeliveryReport;

/** What a mail server says of a mail of ours that it had taken (RFC 3464). */
final class Bounce {

    private static final String MESSAGE_ID = "Message-ID";

    private Bounce() {}

    static boolean is(MimeMessage mail) throws MessagingException {
        var type = MailText.type(mail);
        return type.match("multipart/report")
                && "delivery-status".equalsIgnoreCase(type.getParameter("report-type"));
    }

    /** None if it is still on its way, or nobody can tell which mail is meant. */
    static List<DeliveryReport> read(MimeMessage mail) throws MessagingException, IOException {
        var ids = meant(mail);
        var status = MailText.part(mail, 1);
        if (ids.isEmpty() || status.isEmpty()) {
            return List.of();
        }
        var blocks = new String(bytes(status.get()), StandardCharsets.UTF_8).split("\\R[ \\t]*\\R");
        // A mail of ours goes to one person.
        return Arrays.stream(blocks)
                .map(Bounce::headers)
                .flatMap(block -> report(block, List.copyOf(ids)).stream())
                .limit(1)
                .toList();
    }

    private static Optional<DeliveryReport> report(InternetHeaders block, List<String> ids) {
        var status = header(block, "Status");
        var words = (status + " " + header(block, "Diagnostic-Code")).strip();
        return switch (header(block, "Action").toLowerCase(Locale.ROOT)) {
            case "failed" ->
                    Optional.of(DeliveryReport.of(ids, DeliveryReport.State.FAILED, words));
            case "delivered" ->
                    Optional.of(DeliveryReport.of(ids, DeliveryReport.State.DELIVERED, words));
            // delayed, relayed, expanded: not the end.
            default -> Optional.empty();
        };
    }

    private static Set<String> meant(MimeMessage mail) throws MessagingException, IOException {
        var ids = new LinkedHashSet<String>();
        var returned = MailText.part(mail, 2);
        if (returned.isPresent()) {
            ids.add(header(headers(bytes(returned.get())), MESSAGE_ID));
        }
        for (var header : List.of("Original-Message-ID", "In-Reply-To", "References")) {
            var values = mail.getHeader(header, " ");
            ids.addAll(List.of((values == null ? "" : values).strip().split("\\s+")));
        }
        ids.removeIf(id -> !IncomingMail.isMessageId(id));
        return ids;
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        return part.getInputStream().readAllBytes();
    }

    private static InternetHeaders headers(String block) {
        try {
            return headers((block.strip() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        } catch (MessagingException e) {
            return new InternetHeaders();
        }
    }

    private static InternetHeaders headers(byte[] bytes) throws MessagingException {
        return new InternetHeaders(new ByteArrayInputStream(bytes));
    }

    private static String header(InternetHeaders headers, String name) {
        var value = headers.getHeader(name, null);
        return value == null ? "" : value.strip();
    }
}
