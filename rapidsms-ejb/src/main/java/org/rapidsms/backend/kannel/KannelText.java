package org.rapidsms.backend.kannel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.Parameters;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.backend.kannel.KannelConfig.Coding;
import org.rapidsms.backend.kannel.KannelConfig.EncodeErrors;
import org.rapidsms.text.Gsm7;

/**
 * A text as Kannel writes and reads it in a query: bytes, and beside them their charset and the
 * coding on the air.
 *
 * @param escaped the bytes, ready for a query
 * @param coding 0, 1 or 2
 * @param charset the name of their charset
 */
record KannelText(String escaped, String coding, String charset) {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String PLAIN = "-_.*";
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([^\";\\s]+)");

    static KannelText of(String text, KannelConfig config) {
        var bytes = encode(text, config.charset().newEncoder(), config.encodeErrors());
        return new KannelText(
                escaped(bytes),
                coding(text, config.coding()),
                config.charset().name().toLowerCase(Locale.ROOT));
    }

    private static String coding(String text, Coding coding) {
        if (coding == Coding.AUTO) {
            return Gsm7.canWrite(text) ? "0" : "2";
        }
        return String.valueOf(coding.ordinal());
    }

    private static byte[] encode(String text, CharsetEncoder encoder, EncodeErrors errors) {
        var kept = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> kept.append(encodable(Character.toString(c), c, encoder, errors)));
        try {
            ByteBuffer bytes = encoder.encode(CharBuffer.wrap(kept));
            var result = new byte[bytes.remaining()];
            bytes.get(result);
            return result;
        } catch (CharacterCodingException e) {
            throw notInCharset(encoder);
        }
    }

    private static String encodable(
            String letter, int codePoint, CharsetEncoder encoder, EncodeErrors errors) {
        if (encoder.canEncode(letter)) {
            return letter;
        }
        return switch (errors) {
            case IGNORE -> "";
            case REPLACE -> "?";
            case XMLCHARREFREPLACE -> "&#" + codePoint + ";";
            case STRICT -> throw notInCharset(encoder);
        };
    }

    private static SendException notInCharset(CharsetEncoder encoder) {
        return new SendException(
                SendFailure.REJECTED,
                "the text has characters that " + encoder.charset() + " has not");
    }

    /** As a form is written (WHATWG URL §5.2), so that Kannel sees a space for a plus sign. */
    static String escaped(byte[] bytes) {
        var escaped = new StringBuilder(bytes.length * 3);
        for (byte b : bytes) {
            if (b == ' ') {
                escaped.append('+');
            } else if (isPlain((char) b)) {
                escaped.append((char) b);
            } else {
                escaped.append('%').append(HEX.toHexDigits(b));
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
    }

    /**
     * Reads the text of a call by the charset and the coding that it names.
     *
     * @throws BadWebhookException if there is no text, or no such charset
     */
    static String read(Parameters parameters) {
        return read(
                parameters
                        .bytes("text")
                        .orElseThrow(() -> new BadWebhookException("text is required")),
                parameters.text("charset"),
                parameters.text("coding"));
    }

    /**
     * Reads the text of a call that has it in its body.
     *
     * @throws BadWebhookException if there is no such charset
     */
    static String read(WebhookRequest request) {
        var type = CHARSET.matcher(request.header("Content-Type").orElse(""));
        return read(
                request.body(),
                type.find() ? Optional.of(type.group(1)) : Optional.empty(),
                request.header("X-Kannel-Coding"));
    }

    private static String read(byte[] bytes, Optional<String> named, Optional<String> coding) {
        var charset = named.filter(name -> !name.isBlank()).orElseGet(() -> usual(coding));
        return switch (charset.toUpperCase(Locale.ROOT)) {
            case "8-BIT", "BINARY" -> utf8OrLatin1(bytes);
            case "GSM", "GSM-7", "GSM7" -> Gsm7.read(bytes);
            case "UCS-2", "UCS2", "UTF16", "UTF-16" -> utf16(bytes);
            default -> new String(bytes, named(charset));
        };
    }

    private static String usual(Optional<String> coding) {
        return switch (coding.orElse("").strip()) {
            case "1" -> "8-BIT";
            case "2" -> "UTF-16BE";
            default -> "UTF-8";
        };
    }

    private static String utf16(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_16BE);
    }

    /** What came as octets may be anything; what is UTF-8 is hardly ever anything else. */
    private static String utf8OrLatin1(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new BadWebhookException("charset names no charset that is known");
        }
    }
}
