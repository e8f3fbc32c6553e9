package org.rapidsms.web.registration;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rapidsms.contact.ContactField;
import org.rapidsms.contact.FieldType;
import org.rapidsms.web.frame.Texts;

/** A field that an app has declared, in the form of a contact. */
public final class FieldRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final String label;
    private final boolean required;
    private final FieldType.Kind kind;
    private final ArrayList<Option> options = new ArrayList<>();
    private final String given;
    private String typed;
    private FieldAnswer answer;

    /**
     * @param given what is known already, as it is written; empty if nothing is
     */
    FieldRow(ContactField<?> field, String given, Locale locale) {
        this.key = field.key();
        this.label = field.label(locale);
        this.required = field.isRequired();
        this.kind = field.type().kind();
        this.given = given;
        this.typed = given;
        if (kind == FieldType.Kind.YES_NO) {
            options.add(new Option("yes", Texts.of("fieldYes")));
            options.add(new Option("no", Texts.of("fieldNo")));
        }
        field.type()
                .options()
                .forEach(o -> options.add(new Option(o, field.optionLabel(o, locale))));
        boolean isKnown = options.stream().anyMatch(option -> option.value().equals(given));
        if (isChosen() && !given.isEmpty() && !isKnown) {
            // The app offered it once: who saves the form without choosing anew does not lose it.
            options.add(new Option(given, given));
        }
    }

    /**
     * Looks what is wrong with what was typed.
     *
     * @return the value as it is to be stored
     */
    String check(ContactField<?> field, Locale locale) {
        // What was there stays what it is, even if its field would not take it any more.
        boolean isKept = !given.isEmpty() && !isTouched();
        answer = isKept ? new FieldAnswer(given, null, null) : FieldAnswer.of(field, typed, locale);
        return answer.written();
    }

    FieldFault fault() {
        return answer == null ? null : answer.fault();
    }

    boolean isTouched() {
        return !typed.equals(given);
    }

    public String getKey() {
        return key;
    }

    public String getLabel() {
        return label;
    }

    public boolean isRequired() {
        return required;
    }

    /** Whether one of a few is chosen; else something is typed. */
    public boolean isChosen() {
        return kind == FieldType.Kind.CHOICE || kind == FieldType.Kind.YES_NO;
    }

    /** What may be chosen. */
    public List<Option> getOptions() {
        return options;
    }

    /** The {@code type} of its input; numbers are texts, as browsers hide what is none. */
    public String getInput() {
        return kind == FieldType.Kind.DATE ? "date" : "text";
    }

    /** The keyboard that phones show for it. */
    public String getKeyboard() {
        return kind == FieldType.Kind.NUMBER ? "decimal" : "text";
    }

    public boolean isWrong() {
        return fault() != null;
    }

    /** What is wrong, in words; empty if nothing is. */
    public String getComplaint() {
        return isWrong() ? answer.words() : "";
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = Typed.clean(typed);
    }

    /**
     * Something that may be chosen.
     *
     * @param value as it is written
     * @param label as it is called
     */
    public record Option(String value, String label) implements Serializable {

        public String getValue() {
            return value;
        }

        public String getLabel() {
            return label;
        }
    }
}
