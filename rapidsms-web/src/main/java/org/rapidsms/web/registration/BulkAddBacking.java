package org.rapidsms.web.registration;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.EJBException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import org.omnifaces.util.Components;
import org.omnifaces.util.Messages;
import org.rapidsms.contact.Contacts;
import org.rapidsms.contact.TakenException;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /registration/contact/bulk_add/}: a file is looked at first, and stored then. */
@Named
@ViewScoped
public class BulkAddBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LARGEST_FILE = 10_000_000;

    @Inject Contacts contacts;

    @Inject KnownBackends backends;

    private transient Part csv;
    private File kept;
    private String filename;
    private Preview preview;
    private String written;
    private boolean done;

    /** Shows what would become of the file; stores nothing. */
    public void look() throws IOException {
        forget();
        if (csv == null) {
            complain(Texts.of("csvMissing"));
        } else if (csv.getSize() > LARGEST_FILE) {
            complain(getFileTooLarge());
        } else {
            keep();
            read();
        }
    }

    /** The part of a request ends with it, and the next request is to find the file again. */
    private void keep() throws IOException {
        kept = Files.createTempFile("rapidsms-contacts", ".csv").toFile();
        filename = csv.getSubmittedFileName();
        try (var input = csv.getInputStream()) {
            Files.copy(input, kept.toPath(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void read() throws IOException {
        var file = new ContactFile(kept.toPath());
        try (var lines = file.lines()) {
            preview = Preview.of(lines, backends.names(), contacts::owners);
        }
        written =
                file.usesSemicolons()
                        ? Texts.of("withSemicolons", file.encoding())
                        : Texts.of("withCommas", file.encoding());
        if (preview.isTooLong()) {
            complain(Texts.of("csvTooLong", Preview.MOST_LINES));
            forget();
        } else if (preview.getGood() + preview.getFaulty() == 0) {
            complain(Texts.of("csvEmpty"));
            forget();
        }
    }

    private static void complain(String said) {
        Components.<UIInput>findComponent("bulk:csv").setValid(false);
        Messages.add("csv", new FacesMessage(FacesMessage.SEVERITY_ERROR, said, said));
    }

    /** Adds all contacts of the file, once, however often it is asked for; or none. */
    public synchronized void add() throws IOException {
        if (done) {
            showList();
        } else if (preview != null && preview.isReady() && isStored()) {
            done = true;
            var said = Texts.of("addedContacts", preview.getGood());
            Messages.addFlashGlobal(new FacesMessage(FacesMessage.SEVERITY_INFO, said, ""));
            forget();
            showList();
        }
    }

    private boolean isStored() throws IOException {
        try (var lines = new ContactFile(kept.toPath()).lines()) {
            contacts.addAll(lines.contacts());
            return true;
        } catch (TakenException | EJBException e) {
            return failed(e);
        }
    }

    /** Somebody may have been registered meanwhile: then the preview says who. */
    private boolean failed(RuntimeException cause) throws IOException {
        read();
        if (preview.isReady()) {
            throw cause;
        }
        return false;
    }

    private static void showList() throws IOException {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + "/registration/?sort=newest");
    }

    /** The file has names and numbers of people, and is kept no longer than it is needed. */
    @PreDestroy
    void forget() {
        preview = null;
        if (kept != null && !kept.delete()) {
            kept.deleteOnExit();
        }
        kept = null;
    }

    /** What the button says that adds them. */
    public String getAddAll() {
        return Texts.of("addAll", preview.getGood());
    }

    public String getGoodLines() {
        return Texts.of("goodLines", preview.getGood());
    }

    public String getFaultyLines() {
        return Texts.of("faultyLines", preview.getFaulty());
    }

    public String getHiddenLines() {
        return Texts.of("hiddenLines", preview.getHidden());
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

    /** What the file was called where it came from. */
    public String getFilename() {
        return filename;
    }

    /** How the file is written. */
    public String getWritten() {
        return written;
    }

    /** Null until there is a file. */
    public Preview getPreview() {
        return preview;
    }
}
