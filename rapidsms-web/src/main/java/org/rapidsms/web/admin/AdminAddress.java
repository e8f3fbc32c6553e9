package org.rapidsms.web.admin;

import static org.rapidsms.web.frame.Steps.NUMBER;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import org.rapidsms.admin.Admin;
import org.rapidsms.admin.AdminModel;
import org.rapidsms.admin.AdminModel.Action;
import org.rapidsms.web.frame.PartAddress;
import org.rapidsms.web.frame.Steps;
import org.rapidsms.web.frame.Texts;

/** Which model, which row and what to do with it an address below {@code /admin/} means. */
@Named
@RequestScoped
public class AdminAddress extends PartAddress {

    private static final String MODELS = "models";
    private static final String LIST = "list";
    private static final String ADD = "add";
    private static final String ROW = "row";
    private static final String EDIT = "edit";
    private static final String DELETE = "delete";

    @Inject Admin admin;

    @Inject AdminListBacking list;

    @Inject AdminRowBacking row;

    @Inject AdminFormBacking form;

    private AdminModel<?> model;

    @Override
    protected String part(Steps steps) {
        if (steps.are()) {
            return MODELS;
        }
        var name = steps.at(0);
        model = admin.model(name).orElse(null);
        if (model == null) {
            return "";
        }
        if (steps.are(name, ADD)) {
            return allowed(Action.ADD, ADD);
        }
        if (steps.are(name, NUMBER, EDIT)) {
            return allowed(Action.EDIT, EDIT);
        }
        if (steps.are(name, NUMBER, DELETE)) {
            return allowed(Action.DELETE, DELETE);
        }
        return steps.are(name) ? LIST : steps.are(name, NUMBER) ? ROW : "";
    }

    private String allowed(Action action, String wanted) {
        return model.actions().contains(action) ? wanted : "";
    }

    @Override
    protected boolean show(String part) {
        return switch (part) {
            case MODELS -> true;
            case LIST -> list.load(model);
            case ADD -> form.loadNew(model);
            case EDIT -> form.load(model, id());
            default -> row.load(model, id());
        };
    }

    private Long id() {
        return steps().number(1);
    }

    @Override
    public String getPart() {
        var part = super.getPart();
        if (part.equals(DELETE) && row.getRow() == null) {
            // A form that comes back: the view action was for the page that showed it.
            row.load(model, id());
        }
        return part;
    }

    /** Deletes the row that the address names. */
    public void delete() throws IOException {
        getPart();
        row.delete(model, id());
    }

    /** The title of the page. */
    public String getTitle() {
        return switch (getPart()) {
            case LIST -> words("title");
            case ADD -> Texts.of("adminAddTitle", words("one"));
            case ROW -> row.getRow().title();
            case EDIT -> Texts.of("adminEditTitle", form.getTitle());
            case DELETE -> Texts.of("adminDeleteTitle", row.getRow().title());
            default -> Texts.of("admin");
        };
    }

    /** What the model is, or what a deletion means. */
    public String getHint() {
        return switch (getPart()) {
            case MODELS -> Texts.of("adminHint");
            case LIST -> words("title.hint");
            default -> "";
        };
    }

    private String words(String key) {
        return model.words(key, FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    /** The name of the model, or nothing. */
    public String getModel() {
        return model == null ? "" : model.name();
    }

    /** What the list of the model is called. */
    public String getModelTitle() {
        return model == null ? "" : words("title");
    }

    public boolean isAddable() {
        return getPart().equals(LIST) && model.actions().contains(Action.ADD);
    }

    public boolean isEditable() {
        return getPart().equals(ROW) && model.actions().contains(Action.EDIT);
    }

    public boolean isDeletable() {
        return getPart().equals(ROW) && model.actions().contains(Action.DELETE);
    }
}
