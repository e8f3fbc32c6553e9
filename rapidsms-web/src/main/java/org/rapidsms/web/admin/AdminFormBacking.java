package org.rapidsms.web.admin;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omnifaces.util.Messages;
import org.rapidsms.admin.Admin;
import org.rapidsms.admin.AdminModel;
import org.rapidsms.admin.AdminModel.Action;
import org.rapidsms.admin.Choice;
import org.rapidsms.admin.Companion;
import org.rapidsms.admin.Entry;
import org.rapidsms.admin.Field;
import org.rapidsms.admin.RefusedException;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /admin/MODEL/add/} and {@code /admin/MODEL/ID/edit/}. */
@Named
@ViewScoped
public class AdminFormBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject Admin admin;

    private String model;
    private Long id;
    private String title = "";
    private final ArrayList<FieldRow> rows = new ArrayList<>();
    private ArrayList<String> along = new ArrayList<>();
    private HashMap<String, List<String>> asked;
    private boolean done;

    /** Shows an empty form. */
    boolean loadNew(AdminModel<?> wanted) {
        show(wanted, Action.ADD, Map.of());
        return true;
    }

    /** Shows a row, if it is there. */
    boolean load(AdminModel<?> wanted, long wantedId) {
        var values = admin.values(wanted.name(), wantedId);
        if (values.isPresent()) {
            id = wantedId;
            title = admin.find(wanted.name(), id, language()).orElseThrow().title();
            show(wanted, Action.EDIT, values.get());
        }
        return values.isPresent();
    }

    private void show(AdminModel<?> shown, Action action, Map<String, List<String>> values) {
        model = shown.name();
        for (var field : shown.fields(action)) {
            rows.add(row(shown, field, values.getOrDefault(field.name(), field.initial())));
        }
    }

    private static FieldRow row(AdminModel<?> model, Field<?> field, List<String> values) {
        var items = new ArrayList<SelectItem>();
        if (field.kind() == Field.Kind.CHOICE) {
            items.add(new SelectItem("", Texts.of("adminChoose")));
        }
        field.choices().get().forEach(choice -> items.add(item(model, field, choice)));
        return new FieldRow(
                field.name(),
                field.kind(),
                model.words(field.name(), language()),
                model.words(field.name() + ".hint", language()),
                field.longest(),
                items,
                values);
    }

    private static SelectItem item(AdminModel<?> model, Field<?> field, Choice choice) {
        var label =
                choice.label() == null
                        ? model.words(field.name() + "." + choice.value(), language())
                        : choice.label();
        return new SelectItem(choice.value(), label);
    }

    private static Locale language() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    /** Stores what was typed, once, however often it is sent. */
    public synchronized void save() throws IOException {
        if (done) {
            showRow();
            return;
        }
        rows.forEach(row -> row.complain(""));
        try {
            if (isAgreed()) {
                store();
            }
        } catch (RefusedException e) {
            complain(e);
        }
    }

    private HashMap<String, List<String>> typed() {
        var typed = new HashMap<String, List<String>>();
        rows.forEach(row -> typed.put(row.getName(), row.typed()));
        return typed;
    }

    /** What takes something along is done only after whoever asks for it was told. */
    private boolean isAgreed() {
        var typed = typed();
        if (id == null || typed.equals(asked)) {
            return true;
        }
        var companions = admin.alongWithEdit(model, id, new Entry(typed));
        asked = companions.isEmpty() ? null : typed;
        along = new ArrayList<>(companions.stream().map(this::words).toList());
        return companions.isEmpty();
    }

    private String words(Companion companion) {
        return Spoken.companion(found(), companion, language());
    }

    private AdminModel<?> found() {
        return admin.model(model).orElseThrow();
    }

    private void store() throws IOException {
        var entry = new Entry(typed());
        if (id == null) {
            id = admin.add(model, entry);
        } else if (!admin.edit(model, id, entry)) {
            complain("", Texts.of("adminGone"));
            return;
        }
        done = true;
        Messages.addFlashGlobal(
                new FacesMessage(
                        FacesMessage.SEVERITY_INFO,
                        Texts.of("adminSaved", found().words("one", language())),
                        ""));
        showRow();
    }

    private void complain(RefusedException refused) {
        asked = null;
        along = new ArrayList<>();
        refused.refusals()
                .forEach(r -> complain(r.field(), Spoken.refusal(found(), r, language())));
    }

    private void complain(String field, String words) {
        rows.stream()
                .filter(row -> row.getName().equals(field))
                .findFirst()
                .ifPresentOrElse(row -> row.complain(words), () -> complainOfAll(words));
    }

    private static void complainOfAll(String words) {
        Messages.addGlobal(
                new FacesMessage(FacesMessage.SEVERITY_ERROR, Texts.of("adminNotSaved"), words));
    }

    /** Shows the row, unless what was changed is what it was told apart by. */
    private void showRow() throws IOException {
        var external = FacesContext.getCurrentInstance().getExternalContext();
        boolean isThere = admin.find(model, id, language()).isPresent();
        external.redirect(
                external.getRequestContextPath()
                        + (isThere ? getBack() : "/admin/%s/".formatted(model)));
    }

    public List<FieldRow> getRows() {
        return rows;
    }

    /** What saving takes along, in words; empty if nothing, or if nothing was asked for yet. */
    public List<String> getAlong() {
        return along;
    }

    /** What the row is called. */
    public String getTitle() {
        return title;
    }

    /** Where the form is left to. */
    public String getBack() {
        return id == null ? "/admin/%s/".formatted(model) : "/admin/%s/%d/".formatted(model, id);
    }
}
