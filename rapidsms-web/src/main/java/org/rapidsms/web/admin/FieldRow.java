package org.rapidsms.web.admin;

import jakarta.faces.model.SelectItem;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.rapidsms.admin.Field.Kind;

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

    FieldRow(
            String name,
            Kind kind,
            String label,
            String hint,
            int longest,
            List<SelectItem> items,
            List<String> values) {
        this.name = name;
        this.kind = kind;
        this.label = label;
        this.hint = hint;
        this.longest = longest;
        this.items = new ArrayList<>(items);
        this.values = new ArrayList<>(values);
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
