package org.rapidsms.web.registration;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.rapidsms.contact.ContactFields;

/** A file of comma-separated values, as spreadsheets of all countries write them. */
final class ContactFile {

    private static final int BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final Charset charset;
    private final char separator;
    private final long lineCount;

    /** Finds out how the file is written. */
    ContactFile(Path path) throws IOException {
        this.path = path;
        this.charset = isUtf8(path) ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        this.separator = separator();
        this.lineCount = countLines();
    }

    private static boolean isUtf8(Path path) throws IOException {
        // The reader of Files refuses what is malformed, where others would replace it.
        try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            var some = new char[8192];
            while (reader.read(some) >= 0) {
                // All of it has to be read.
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The one of comma and semicolon that the first line has more of, quoted ones aside. */
    private char separator() throws IOException {
        try (var reader = open()) {
            int balance = 0;
            boolean isQuoted = false;
            boolean isBlank = true;
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                isQuoted ^= c == '"';
                if (!isQuoted && (c == '\n' || c == '\r') && !isBlank) {
                    break;
                }
                isBlank &= Character.isWhitespace(c);
                if (!isQuoted && (c == ',' || c == ';')) {
                    balance += c == ',' ? 1 : -1;
                }
            }
            return balance < 0 ? ';' : ',';
        }
    }

    private long countLines() throws IOException {
        try (var reader = open()) {
            var some = new char[8192];
            long count = 1;
            for (int read = reader.read(some); read >= 0; read = reader.read(some)) {
                for (int i = 0; i < read; i++) {
                    count += some[i] == '\n' ? 1 : 0;
                }
            }
            return count;
        }
    }

    /** Its characters, without the mark that some programs put before them. */
    private Reader open() throws IOException {
        var reader = Files.newBufferedReader(path, charset);
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /**
     * Reads its lines, one after the other. Blank ones and the headings are left out.
     *
     * @param fields what columns there may be besides the usual
     * @param locale of whoever is told what is wrong
     */
    ContactLines lines(ContactFields fields, Locale locale) throws IOException {
        return new ContactLines(open(), separator, fields, locale);
    }

    /** How many lines it has, more or less: a cell may have several. */
    long lineCount() {
        return lineCount;
    }

    /** The file has names and numbers of people, and is kept no longer than it is needed. */
    void delete() {
        var file = path.toFile();
        if (!file.delete()) {
            file.deleteOnExit();
        }
    }

    boolean usesSemicolons() {
        return separator == ';';
    }

    /** The name of its encoding. */
    String encoding() {
        return charset == StandardCharsets.UTF_8 ? "UTF-8" : "Latin-1";
    }
}
