package org.rapidsms.web.admin;

import jakarta.faces.model.SelectItem;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rapidsms.admin.AdminModel;
import org.rapidsms.admin.Choice;
import org.rapidsms.admin.Field;
import org.rapidsms.admin.Field.Kind;
import org.rapidsms.web.frame.Texts;

/** One field in the form of a row. */
public final class FieldRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final Kind kind;
    private final String label;
    private final String hint;
    private final int longest;
    private final ArrayList<SelectItem> items;
    private ArrayList<String> values;
    private String complaint = "";

    private FieldRow(
            Field<?> field,
            String label,
            String hint,
            List<SelectItem> items,
            List<String> values) {
        this.name = field.name();
        this.kind = field.kind();
        this.longest = field.longest();
        this.label = label;
        this.hint = hint;
        this.items = new ArrayList<>(items);
        this.values = new ArrayList<>(values);
    }

    static FieldRow of(AdminModel<?> model, Field<?> field, List<String> values, Locale language) {
        var items = new ArrayList<SelectItem>();
        if (field.kind() == Kind.CHOICE) {
            items.add(new SelectItem("", Texts.of("adminChoose")));
        }
        field.choices().get().forEach(c -> items.add(item(model, field.name(), c, language)));
        return new FieldRow(
                field,
                model.words(field.name(), language),
                model.words(field.name() + ".hint", language),
                items,
                values);
    }

    /** A choice in the model's words. */
    static SelectItem item(AdminModel<?> model, String field, Choice choice, Locale language) {
        var label =
                choice.label() == null
                        ? model.words(field + "." + choice.value(), language)
                        : choice.label();
        return new SelectItem(choice.value(), label);
    }

    /** What was typed or chosen, without what is empty. */
    List<String> typed() {
        return values.stream().filter(value -> !value.isEmpty()).toList();
    }

    void complain(String about) {
        complaint = about;
    }

    public String getName() {
        return name;
    }

    public String getKind() {
        return kind.name();
    }

    public String getLabel() {
        return label;
    }

    public String getHint() {
        return hint;
    }

    public int getLongest() {
        return longest;
    }

    public List<SelectItem> getItems() {
        return items;
    }

    /** What is wrong, in words; empty if nothing is. */
    public String getComplaint() {
        return complaint;
    }

    public boolean isWrong() {
        return !complaint.isEmpty();
    }

    public String getValue() {
        return values.isEmpty() ? "" : values.get(0);
    }

    /** Blanks around it mean nothing. */
    public void setValue(String value) {
        set(value == null ? "" : value.strip());
    }

    private void set(String value) {
        values = new ArrayList<>(List.of(value));
    }

    /** It is never shown. */
    public String getPassword() {
        return "";
    }

    /** One that was typed before stays if nothing is typed now: it could not be shown again. */
    public void setPassword(String password) {
        if (password != null && !password.isEmpty()) {
            set(password);
        }
    }

    /** Whether a password was typed before. */
    public boolean isKept() {
        return kind == Kind.PASSWORD && !getValue().isEmpty();
    }

    public boolean isOn() {
        return Boolean.parseBoolean(getValue());
    }

    public void setOn(boolean on) {
        set(String.valueOf(on));
    }

    public List<String> getChosen() {
        return values;
    }

    public void setChosen(List<String> chosen) {
        values = chosen == null ? new ArrayList<>() : new ArrayList<>(chosen);
    }
}
