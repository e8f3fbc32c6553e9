package org.rapidsms.backend.email;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/** What it means that a mail server does not do what we ask (RFC 5321 §4.2, RFC 4954 §6). */
final class MailFailure {

    private static final Pattern CODE = Pattern.compile("(?:^|response: )([45]\\d\\d)\\b");

    private MailFailure() {}

    /** When there is no connection yet, and nothing was handed over. */
    static SendException ofConnecting(MessagingException e) {
        var code = code(e);
        if (code.isPresent() || isOurs(e)) {
            return ofCode(e, code.filter(c -> c.startsWith("4")).orElse("535"));
        }
        boolean isBroken = causes(e).anyMatch(IOException.class::isInstance);
        return failure(e, isBroken ? SendFailure.UNREACHABLE : SendFailure.MISCONFIGURED);
    }

    /** When a mail is handed over. */
    static SendException ofSending(MessagingException e) {
        // Without an answer: it may have been taken.
        return code(e).map(code -> ofCode(e, code)).orElse(failure(e, SendFailure.UNKNOWN));
    }

    /** When mail is read. */
    static SendException ofReading(MessagingException e) {
        return failure(e, isOurs(e) ? SendFailure.MISCONFIGURED : SendFailure.UNREACHABLE);
    }

    /** Whether somebody has to mend a setting. */
    private static boolean isOurs(MessagingException e) {
        boolean isBusy = String.valueOf(e.getMessage()).contains("[UNAVAILABLE]");
        return e instanceof FolderNotFoundException
                || e instanceof AuthenticationFailedException && !isBusy;
    }

    private static SendException ofCode(MessagingException e, String code) {
        return failure(
                e,
                switch (code) {
                    case "421", "451", "452" -> SendFailure.THROTTLED;
                    case "530", "534", "535", "538" -> SendFailure.MISCONFIGURED;
                    default -> ofClass(e, code);
                });
    }

    private static SendFailure ofClass(MessagingException e, String code) {
        if (code.startsWith("4")) {
            return SendFailure.UNREACHABLE;
        }
        // Not this phone is refused but we are.
        boolean isOurAddress = causes(e).anyMatch(SMTPSenderFailedException.class::isInstance);
        return isOurAddress ? SendFailure.MISCONFIGURED : SendFailure.REJECTED;
    }

    private static SendException failure(MessagingException e, SendFailure otherwise) {
        return causes(e)
                .filter(SendException.class::isInstance)
                .map(SendException.class::cast)
                .findFirst()
                .orElseGet(
                        () ->
                                causes(e).anyMatch(SSLException.class::isInstance)
                                        ? new SendException(
                                                SendFailure.MISCONFIGURED,
                                                "no trusted connection: " + words(e))
                                        : new SendException(otherwise, words(e)));
    }

    private static Optional<String> code(MessagingException e) {
        return causes(e)
                .map(cause -> CODE.matcher(String.valueOf(cause.getMessage())))
                .filter(java.util.regex.Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }

    /** What the innermost said: that is the server, or the network. */
    private static String words(MessagingException e) {
        return causes(e)
                .map(Throwable::getMessage)
                .filter(words -> words != null && !words.isBlank())
                .reduce((outer, inner) -> inner)
                .map(words -> words.strip().lines().findFirst().orElse(""))
                .map(words -> words.substring(0, Math.min(words.length(), 200)))
                .orElse("");
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(20);
    }
}
