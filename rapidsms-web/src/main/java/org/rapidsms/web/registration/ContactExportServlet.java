package org.rapidsms.web.registration;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.ContactFields;
import org.rapidsms.contact.Contacts;
import org.rapidsms.web.csv.Download;
import org.rapidsms.web.csv.SafeCell;

/**
 * {@code /registration/export.csv}: contacts as a table, searched and sorted like the page. A file
 * that "Add many" takes: a line for each phone, the lines of one contact together.
 *
 * <p>Some hundred contacts at a time are read and written, so that any number needs no more memory
 * than a few.
 */
@WebServlet("/registration/export.csv")
public class ContactExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final List<String> COLUMNS =
            List.of(
                    Columns.CONTACT,
                    Columns.NAME,
                    Columns.BACKEND,
                    Columns.IDENTITY,
                    Columns.LANGUAGE);

    @Inject Contacts contacts;

    @Inject ContactFields fields;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var rows =
                RegistrationBacking.rows(
                        contacts, request.getParameter("q"), request.getParameter("sort"));
        try (var table = Download.begin(response, "contacts.csv")) {
            table.writeRecord(head());
            long key = Long.MAX_VALUE;
            for (var some = rows.before(key, Contacts.BATCH);
                    !some.isEmpty();
                    some = rows.before(key, Contacts.BATCH)) {
                some.forEach(contact -> write(contact, table));
                key = rows.key(some.get(some.size() - 1));
            }
        }
    }

    private List<String> head() {
        var head = new ArrayList<>(COLUMNS);
        fields.all().forEach(field -> head.add(field.key()));
        return head;
    }

    private void write(Contact contact, CsvWriter table) {
        if (contact.getConnections().isEmpty()) {
            table.writeRecord(cells(contact, "", ""));
        }
        for (Connection phone : contact.getConnections()) {
            table.writeRecord(cells(contact, phone.getBackend(), phone.getIdentity()));
        }
    }

    private List<String> cells(Contact contact, String backend, String identity) {
        var cells = new ArrayList<String>();
        cells.add(contact.getId().toString());
        cells.add(SafeCell.of(contact.getName()));
        cells.add(SafeCell.of(backend));
        cells.add(SafeCell.of(identity));
        cells.add(SafeCell.of(contact.getLanguage()));
        var written = contact.written();
        fields.all().forEach(field -> cells.add(SafeCell.of(written.get(field.key()))));
        return cells;
    }
}
