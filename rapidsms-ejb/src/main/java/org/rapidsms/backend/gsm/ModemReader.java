package org.rapidsms.backend.gsm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Divides what a modem says into lines. */
final class ModemReader {

    /** What the modem says when a text may follow. */
    static final String PROMPT = ">";

    /** Longer than any line of a modem; whoever says more is none. */
    private static final int LONGEST = 10_000;

    private final InputStream in;
    private final byte[] chunk = new byte[1024];
    private final StringBuilder heard = new StringBuilder();

    ModemReader(InputStream in) {
        this.in = in;
    }

    /** The next line that is not blank, or the prompt; empty if there was none for a moment. */
    Optional<String> next() throws IOException {
        while (true) {
            var line = line();
            if (line.isPresent()) {
                return line;
            }
            if (!listen()) {
                return Optional.empty();
            }
        }
    }

    /** All that is said until nothing is for a moment, as it stands. */
    String untilSilence() throws IOException {
        var all = new StringBuilder(heard);
        heard.setLength(0);
        while (listen()) {
            all.append(heard);
            heard.setLength(0);
        }
        return all.toString();
    }

    /** Whether something was said that nobody has read. */
    boolean hasMore() throws IOException {
        return !heard.toString().isBlank() || in.available() > 0;
    }

    private Optional<String> line() {
        int start = 0;
        while (start < heard.length() && Character.isWhitespace(heard.charAt(start))) {
            start++;
        }
        heard.delete(0, start);
        if (heard.indexOf(PROMPT) == 0) {
            heard.delete(0, PROMPT.length());
            return Optional.of(PROMPT);
        }
        for (int i = 0; i < heard.length(); i++) {
            if (heard.charAt(i) == '\r' || heard.charAt(i) == '\n') {
                var line = heard.substring(0, i).strip();
                heard.delete(0, i);
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private boolean listen() throws IOException {
        try {
            int read = in.read(chunk);
            if (read < 0 || heard.length() > LONGEST) {
                throw new EOFException();
            }
            heard.append(new String(chunk, 0, read, StandardCharsets.ISO_8859_1));
            return true;
        } catch (InterruptedIOException e) {
            return false;
        }
    }
}
