package org.rapidsms.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.omnifaces.cdi.Param;
import org.rapidsms.admin.Admin;
import org.rapidsms.admin.AdminModel;
import org.rapidsms.admin.AdminModel.Action;
import org.rapidsms.web.frame.Texts;

/** Which model, which row and what to do with it an address below {@code /admin/} means. */
@Named
@RequestScoped
public class AdminAddress {

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

    @Inject
    @Param(pathIndex = 0)
    String first;

    @Inject
    @Param(pathIndex = 1)
    String second;

    @Inject
    @Param(pathIndex = 2)
    String third;

    @Inject
    @Param(pathIndex = 3)
    String surplus;

    private AdminModel<?> model;
    private String part = MODELS;

    /** Has the part made ready that the address means, if there is one. */
    public void load() throws IOException {
        part = read();
        if (!isThere()) {
            notFound();
        }
    }

    private String read() {
        if (isEmpty(first)) {
            return MODELS;
        }
        model = admin.model(first).orElse(null);
        if (model == null || surplus != null) {
            return "";
        }
        if (isEmpty(second)) {
            return LIST;
        }
        if (isEmpty(third)) {
            return second.equals(ADD) ? allowed(Action.ADD, ADD) : number() == null ? "" : ROW;
        }
        if (number() == null) {
            return "";
        }
        return third.equals(EDIT)
                ? allowed(Action.EDIT, EDIT)
                : third.equals(DELETE) ? allowed(Action.DELETE, DELETE) : "";
    }

    private String allowed(Action action, String wanted) {
        return model.actions().contains(action) ? wanted : "";
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }

    private Long number() {
        return second.matches("[0-9]{1,18}") ? Long.valueOf(second) : null;
    }

    private boolean isThere() {
        return switch (part) {
            case MODELS -> true;
            case LIST -> list.load(model);
            case ADD -> form.loadNew(model);
            case EDIT -> form.load(model, number());
            case ROW, DELETE -> row.load(model, number());
            default -> false;
        };
    }

    /** Deletes the row that the address names. */
    public void delete() throws IOException {
        getPart();
        row.delete(model, number());
    }

    private static void notFound() throws IOException {
        var faces = FacesContext.getCurrentInstance();
        faces.getExternalContext().responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        faces.responseComplete();
    }

    /** The file of that part; the list of models if there is none. */
    public String getPart() {
        if (model == null && !isEmpty(first)) {
            // A form that comes back: the view action was for the page that showed it.
            part = read();
            if (part.equals(DELETE)) {
                row.load(model, number());
            }
        }
        return part.isEmpty() ? MODELS : part;
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
