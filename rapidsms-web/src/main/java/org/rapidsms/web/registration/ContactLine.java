package org.rapidsms.web.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.ContactFields;
import org.rapidsms.contact.Phone;
import org.rapidsms.contact.bulk.StagedLine;
import org.rapidsms.web.csv.SafeCell;

/** One line of a file of contacts, and the first thing that is wrong with it. */
final class ContactLine {

    private final long number;
    private final String contact;
    private final String name;
    private final String backend;
    private final String identity;
    private final String language;
    private final Map<String, String> values = new HashMap<>();
    private boolean goesOn;
    private String fault;
    private String field;
    private String detail;

    private ContactLine(long number, List<String> cells, Columns columns) {
        this.number = number;
        this.contact = columns.cell(cells, Columns.CONTACT);
        this.name = columns.cell(cells, Columns.NAME);
        this.backend = columns.cell(cells, Columns.BACKEND);
        this.identity = columns.cell(cells, Columns.IDENTITY);
        this.language = columns.cell(cells, Columns.LANGUAGE);
    }

    /**
     * A line, and whatever is wrong with it by itself.
     *
     * @param number as an editor counts
     * @param locale of whoever is told what is wrong with it
     */
    static ContactLine of(
            long number,
            List<String> written,
            Columns columns,
            ContactFields fields,
            Locale locale) {
        var cells = written.stream().map(cell -> SafeCell.read(Typed.clean(cell))).toList();
        var line = new ContactLine(number, cells, columns);
        if (columns.isWrongFor(cells)) {
            line.accuse(
                    columns.isNamed() ? LineFault.SURPLUS : LineFault.CELLS,
                    String.valueOf(cells.size()));
        } else {
            line.judge();
        }
        fields.all()
                .forEach(
                        each -> {
                            var cell = columns.cell(cells, each.key());
                            line.take(each.key(), FieldAnswer.of(each, cell, locale));
                        });
        return line;
    }

    static ContactLine unreadable(long number) {
        var line = new ContactLine(number, List.of(), Columns.usual());
        line.accuse(LineFault.UNREADABLE, null);
        return line;
    }

    private void judge() {
        if (identity.isEmpty()) {
            accuse(LineFault.NO_IDENTITY, null);
        } else if (name.length() > Contact.NAME_LENGTH) {
            accuse(LineFault.NAME_LONG, null);
        } else if (identity.length() > Connection.IDENTITY_LENGTH) {
            accuse(LineFault.IDENTITY_LONG, null);
        } else if (!Typed.isPlain(name + identity)) {
            accuse(LineFault.STRANGE, null);
        } else if (LanguageTag.of(language).isEmpty()) {
            accuse(LineFault.LANGUAGE, language);
        }
    }

    private void take(String key, FieldAnswer answer) {
        if (!answer.isWrong()) {
            if (!answer.written().isEmpty()) {
                values.put(key, answer.written());
            }
        } else if (!isFaulty()) {
            fault = answer.fault().name();
            field = key;
            detail = answer.detail();
        }
    }

    private void accuse(LineFault of, String what) {
        if (!isFaulty()) {
            fault = of.name();
            detail = what;
        }
    }

    /** Says what line is above it: they may be one contact. */
    void follow(ContactLine above) {
        goesOn = !contact.isEmpty() && contact.equals(above.contact);
        boolean isSame =
                name.equals(above.name)
                        && language.equals(above.language)
                        && values.equals(above.values);
        if (goesOn && !isSame && !above.isFaulty()) {
            accuse(LineFault.DIFFERENT, null);
        }
    }

    void checkBackend(Set<String> backends) {
        if (!backends.contains(backend)) {
            accuse(LineFault.BACKEND, backend);
        }
    }

    void isThereTwice() {
        accuse(LineFault.TWICE, null);
    }

    void belongsTo(Contact other) {
        accuse(LineFault.TAKEN, other.getName());
    }

    Phone phone() {
        return new Phone(backend, identity);
    }

    boolean isFaulty() {
        return fault != null;
    }

    /** The line as it waits to be stored. */
    StagedLine staged() {
        var tag = LanguageTag.of(language).orElse(language);
        var line = new StagedLine(number, goesOn, name, tag, phone(), values);
        if (isFaulty()) {
            line.accuse(fault, field, detail);
        }
        return line;
    }
}
