package org.rapidsms.web.registration;

import jakarta.annotation.PostConstruct;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Locale;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Messages;
import org.rapidsms.contact.ContactFields;
import org.rapidsms.contact.bulk.BulkImport;
import org.rapidsms.contact.bulk.BulkImport.State;
import org.rapidsms.contact.bulk.BulkImports;
import org.rapidsms.contact.bulk.StagedLine;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.frame.Texts;

/**
 * Behind {@code /registration/contact/bulk_add/}: a file is looked at first, and stored then.
 *
 * <p>It remembers what its page shows: only what was there may be answered.
 */
@Named
@ViewScoped
public class BulkAddBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PAGE_SIZE = 50;

    @Inject BulkImports imports;

    @Inject BulkWork work;

    @Inject ContactFields fields;

    @Inject
    @Param(name = "lines")
    String wanted;

    @Inject @Param String before;

    @Inject @Param String after;

    private BulkImport file;
    private Page<StagedLine> page;

    /** Finds the file that this user has brought, if any. */
    @PostConstruct
    void find() {
        file = imports.latest(username()).orElse(null);
        if (file != null && file.getState() == State.CHECKED) {
            page =
                    Page.of(
                            new StagedRows(imports, file.getId(), isOnlyFaulty()),
                            before,
                            after,
                            PAGE_SIZE);
        }
    }

    private String username() {
        return external().getUserPrincipal().getName();
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }

    /** Has all contacts of the file added, once, however often it is asked for; or none. */
    public void add() throws IOException {
        if (file != null && imports.confirm(file.getId())) {
            work.store(file.getId());
        }
        showAgain();
    }

    /** Forgets the file, and stops whatever is done with it. */
    public void stop() throws IOException {
        boolean wasUnderWay = file != null && file.isUnderWay();
        imports.drop(username());
        if (wasUnderWay) {
            Messages.addFlashGlobal(
                    new FacesMessage(FacesMessage.SEVERITY_INFO, Texts.of("importStopped"), ""));
        }
        showAgain();
    }

    /** Shows how far it is, by another page if that has come to an end. */
    public void watch() throws IOException {
        find();
        if (!isUnderWay()) {
            showAgain();
        }
    }

    /** Shows the page anew, by an address that may be loaded again. */
    static void showAgain() throws IOException {
        external().redirect(external().getRequestContextPath() + "/registration/contact/bulk_add/");
    }

    /** What stage the page shows: none, underWay, checked, stored or failed. */
    public String getStage() {
        if (file == null) {
            return "none";
        }
        if (isUnderWay()) {
            return "underWay";
        }
        return switch (file.getState()) {
            case CHECKED -> "checked";
            case STORED -> "stored";
            default -> "failed";
        };
    }

    private boolean isUnderWay() {
        return file != null && file.isUnderWay() && !file.isInterrupted();
    }

    /** Whether contacts are being stored; else lines are being checked. */
    public boolean isStoring() {
        return file.getState() == State.STORING;
    }

    /** How much there is to do. */
    public long getAll() {
        return isStoring() ? file.getContacts() : Math.max(1, file.getTotal());
    }

    /** How much of it is done. */
    public long getDone() {
        return isStoring() ? file.getStored() : file.getLines();
    }

    /** How far it is, in words. */
    public String getProgress() {
        return isStoring()
                ? Texts.of("importStoring", file.getStored(), file.getContacts())
                : Texts.of("importChecking", file.getLines(), file.getFaulty());
    }

    /** Whether all lines may be added. */
    public boolean isReady() {
        return file.getFaulty() == 0 && file.getContacts() > 0;
    }

    /** Whether only the lines that are wrong are shown, as they are unless all are asked for. */
    public boolean isOnlyFaulty() {
        return file.getFaulty() > 0 && !"all".equals(wanted);
    }

    /** What stays in the address from one page of lines to the next. */
    public String getQuery() {
        return "all".equals(wanted) ? "lines=all&" : "";
    }

    /** Why a line cannot be added, in words. */
    public String reason(StagedLine line) {
        if (line.getField() == null) {
            return LineFault.valueOf(line.getFault()).words(line.getDetail());
        }
        var words = FieldFault.valueOf(line.getFault()).words(line.getDetail());
        return fields.all().stream()
                .filter(field -> field.key().equals(line.getField()))
                .map(field -> Texts.of("lineField", field.label(locale()), words))
                .findFirst()
                .orElse(words);
    }

    /** What the button says that adds them. */
    public String getAddAll() {
        return Texts.of("addAll", file.getContacts());
    }

    public String getAdded() {
        return Texts.of("addedContacts", file.getContacts());
    }

    public String getGoodLines() {
        return Texts.of("goodLines", file.getGood());
    }

    public String getFaultyLines() {
        return Texts.of("faultyLines", file.getFaulty());
    }

    /** How the file is written. */
    public String getWritten() {
        return file.isSemicolons()
                ? Texts.of("withSemicolons", file.getEncoding())
                : Texts.of("withCommas", file.getEncoding());
    }

    /** What this user has brought; null if nothing. */
    public BulkImport getFile() {
        return file;
    }

    /** Some of its lines. */
    public Page<StagedLine> getPage() {
        return page;
    }
}
