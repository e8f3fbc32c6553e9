package org.rapidsms.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.omnifaces.util.Components;
import org.omnifaces.util.Messages;
import org.rapidsms.contact.ContactFields;
import org.rapidsms.contact.bulk.BulkImport;
import org.rapidsms.contact.bulk.BulkImports;
import org.rapidsms.web.frame.Texts;

/** Takes a file of contacts in, and has it looked at. */
@Named
@RequestScoped
public class UploadBacking {

    private static final int LARGEST_FILE = 10_000_000;
    private static final int MOST_LINES = 200_000;

    @Inject BulkImports imports;

    @Inject BulkWork work;

    @Inject ContactFields fields;

    @Inject KnownBackends backends;

    @Inject HttpServletRequest request;

    @Inject FacesContext faces;

    private Part csv;

    /** Has it looked what would become of the file; stores nothing. */
    public void look() throws IOException {
        if (csv == null) {
            complain(Texts.of("csvMissing"));
        } else if (csv.getSize() > LARGEST_FILE) {
            complain(getFileTooLarge());
        } else {
            look(kept());
        }
    }

    /** The part of a request ends with it, and the work goes on. */
    private ContactFile kept() throws IOException {
        var path = Files.createTempFile("rapidsms-contacts", ".csv");
        try (var input = csv.getInputStream()) {
            Files.copy(input, path, StandardCopyOption.REPLACE_EXISTING);
        }
        return new ContactFile(path);
    }

    private void look(ContactFile kept) throws IOException {
        var complaint = complaint(kept);
        if (complaint.isEmpty()) {
            begin(kept);
        } else {
            kept.delete();
            complain(complaint);
        }
    }

    private String complaint(ContactFile kept) throws IOException {
        if (kept.lineCount() > MOST_LINES) {
            return Texts.of("csvTooLong", MOST_LINES);
        }
        try (var lines = kept.lines(fields, locale())) {
            var unknown = lines.columns().unknown();
            if (!unknown.isEmpty()) {
                return Texts.of("csvHeading", unknown.get(0), headings());
            }
            return lines.hasNext() ? "" : Texts.of("csvEmpty");
        }
    }

    private String headings() {
        var known = new StringBuilder(String.join(", ", Columns.USUAL));
        fields.all().forEach(field -> known.append(", ").append(field.key()));
        return known.toString();
    }

    private void begin(ContactFile kept) throws IOException {
        var username = request.getUserPrincipal().getName();
        var name = Typed.clean(csv.getSubmittedFileName());
        var file =
                new BulkImport(
                        username,
                        name.substring(0, Math.min(name.length(), BulkImport.FILENAME_LENGTH)),
                        kept.encoding(),
                        kept.usesSemicolons(),
                        kept.lineCount());
        work.check(imports.begin(username, file), kept, locale());
        BulkAddBacking.showAgain();
    }

    private Locale locale() {
        return faces.getViewRoot().getLocale();
    }

    private static void complain(String said) {
        Components.<UIInput>findComponent("bulk:csv").setValid(false);
        Messages.add("csv", new FacesMessage(FacesMessage.SEVERITY_ERROR, said, said));
    }

    /** What may stand in a file, in words. */
    public String getHint() {
        return Texts.of("csvHint", LARGEST_FILE / 1_000_000);
    }

    /** The headings that a file may have, in words. */
    public String getHeadingsHint() {
        return Texts.of("csvHeadings", headings());
    }

    /** The names of backends that a file may use, in words. */
    public String getBackendsHint() {
        return Texts.of("csvBackends", String.join(", ", backends.names()));
    }

    /** How large a file may be, in bytes. */
    public int getLargestFile() {
        return LARGEST_FILE;
    }

    /** What is said of a larger one. */
    public String getFileTooLarge() {
        return Texts.of("csvTooLarge", LARGEST_FILE / 1_000_000);
    }

    /** The file, or null. */
    public Part getCsv() {
        return csv;
    }

    /** Browsers send a part without a name when no file was chosen. */
    public void setCsv(Part csv) {
        boolean isChosen = csv != null && !Typed.clean(csv.getSubmittedFileName()).isEmpty();
        this.csv = isChosen ? csv : null;
    }
}
