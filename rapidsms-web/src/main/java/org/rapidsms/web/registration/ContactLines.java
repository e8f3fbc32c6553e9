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
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.rapidsms.contact.NewContact;

/** Reads a file of contacts line by line, so that its size does not matter. */
final class ContactLines implements Iterator<ContactLine>, Closeable {

    private static final List<String> HEADINGS = List.of("name", "backend", "identity", "language");
    private static final int LONGEST_CELL = 1024 * 1024;

    private final CloseableIterator<CsvRecord> records;
    private ContactLine next;
    private boolean isFirst = true;
    private boolean isOver;
    private long lastNumber;

    ContactLines(Reader reader, char separator) {
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
        boolean isBlank = cells.stream().allMatch(String::isBlank);
        if (!isBlank && !(isFirst && isHeading(cells))) {
            next = ContactLine.of(lastNumber, cells);
        }
        isFirst &= isBlank;
    }

    private static boolean isHeading(List<String> cells) {
        var names = cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
        return names.equals(HEADINGS) || names.equals(HEADINGS.subList(0, 3));
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

    /** The same, as what is to be stored; to be asked for if no line is faulty. */
    Iterator<NewContact> contacts() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return ContactLines.this.hasNext();
            }

            @Override
            public NewContact next() {
                return ContactLines.this.next().contact();
            }
        };
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
