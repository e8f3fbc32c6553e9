package org.rapidsms.web.registration;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.rapidsms.contact.ContactFields;

/** Reads a file of contacts line by line, so that its size does not matter. */
final class ContactLines implements Iterator<ContactLine>, Closeable {

    private static final int LONGEST_CELL = 1024 * 1024;

    private final CloseableIterator<CsvRecord> records;
    private final ContactFields fields;
    private final Locale locale;
    private Columns columns;
    private ContactLine next;
    private ContactLine above;
    private boolean isOver;
    private long lastNumber;

    /**
     * @param fields what columns there may be besides the usual
     * @param locale of whoever is told what is wrong
     */
    ContactLines(Reader reader, char separator, ContactFields fields, Locale locale) {
        this.fields = fields;
        this.locale = locale;
        records =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .trimWhitespacesAroundQuotes(true)
                        .maxBufferSize(LONGEST_CELL)
                        .ofCsvRecord(reader)
                        .iterator();
    }

    @Override
    public boolean hasNext() {
        while (next == null && !isOver) {
            read();
        }
        return next != null;
    }

    private void read() {
        try {
            isOver = !records.hasNext();
            if (!isOver) {
                take(records.next());
            }
        } catch (CsvParseException e) {
            // A cell without end: what follows it cannot be told apart.
            isOver = true;
            next = ContactLine.unreadable(lastNumber + 1);
        }
    }

    private void take(CsvRecord found) {
        lastNumber = found.getStartingLineNumber();
        var cells = found.getFields();
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        if (columns == null) {
            columns = Columns.of(cells, fields, locale);
            if (columns.isNamed()) {
                return;
            }
        }
        next = ContactLine.of(lastNumber, cells, columns, fields, locale);
        if (above != null) {
            next.follow(above);
        }
        above = next;
    }

    /** What the first line says of the others. */
    Columns columns() {
        return hasNext() || columns != null ? columns : Columns.usual();
    }

    @Override
    public ContactLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var line = next;
        next = null;
        return line;
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
