package org.rapidsms.web.httptester;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A file of texts: one message on each line, in UTF-8. */
final class TextFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /**
     * The messages of a file, empty lines being empty messages. A mark of the byte order and
     * carriage returns belong to the file, not to its messages.
     *
     * @throws NotUtf8Exception if a line is not in UTF-8
     */
    static List<String> read(byte[] file) throws NotUtf8Exception {
        var messages = new ArrayList<String>();
        int start = 0;
        while (start < file.length) {
            int end = endOfLine(file, start);
            messages.add(line(Arrays.copyOfRange(file, start, end), messages.size() + 1));
            start = end + 1;
        }
        if (!messages.isEmpty() && messages.get(0).startsWith(BYTE_ORDER_MARK)) {
            messages.set(0, messages.get(0).substring(1));
        }
        return messages;
    }

    private static int endOfLine(byte[] file, int start) {
        int end = start;
        while (end < file.length && file[end] != '\n') {
            end++;
        }
        return end;
    }

    private static String line(byte[] bytes, int number) throws NotUtf8Exception {
        try {
            var text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        } catch (CharacterCodingException e) {
            throw new NotUtf8Exception(number);
        }
    }

    /** Says which line of a file is not in UTF-8. */
    static final class NotUtf8Exception extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        NotUtf8Exception(int line) {
            super("line " + line + " is not in UTF-8");
            this.line = line;
        }

        int line() {
            return line;
        }
    }
}
