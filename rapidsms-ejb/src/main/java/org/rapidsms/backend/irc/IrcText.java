package org.rapidsms.backend.irc;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts as they are in lines of a chat. */
final class IrcText {

    private static final String FORMATTING =
            "\\x03(\\d{1,2}(,\\d{1,2})?)?|\\x04[0-9A-Fa-f]{6}|[\\x02\\x04\\x0f\\x11\\x16\\x1d-\\x1f]";
    private static final String CONTROLS = "[\\x00-\\x08\\x0e-\\x1f\\x7f]";

    private IrcText() {}

    /** What is UTF-8 is hardly ever anything else; what is not may be Latin-1. */
    static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Without colours and the like. */
    static String plain(String text) {
        return text.replaceAll(FORMATTING, "").strip();
    }

    /**
     * The lines that a text makes, each with the same beginning.
     *
     * @param beginning such as {@code alice: }; may be empty
     * @param most bytes in a line
     */
    static List<String> lines(String beginning, String text, int most) {
        var lines = new ArrayList<String>();
        int room = most - length(beginning);
        for (var line : text.split("\\R")) {
            var rest = line.replaceAll(CONTROLS, "").stripTrailing();
            while (!rest.isBlank()) {
                int end = end(rest, room);
                lines.add(beginning + rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).stripLeading();
            }
        }
        return lines;
    }

    /** Where a line is broken: at the last space if there is one, never within a character. */
    private static int end(String text, int room) {
        int bytes = 0;
        int end = 0;
        int space = 0;
        while (end < text.length()) {
            int letter = text.codePointAt(end);
            bytes += length(Character.toString(letter));
            if (bytes > room) {
                return letter == ' ' || space == 0 ? end : space;
            }
            end += Character.charCount(letter);
            if (letter == ' ') {
                space = end;
            }
        }
        return end;
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
