package org.rapidsms.web.registration;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.Phone;

/** What is typed of a contact, right or wrong. */
public final class ContactForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Long id;
    private final String likelyBackend;
    private final ArrayList<PhoneRow> rows = new ArrayList<>();
    private String name = "";
    private String language = "";

    private ContactForm(Long id, String likelyBackend) {
        this.id = id;
        this.likelyBackend = likelyBackend;
    }

    /**
     * The form of somebody new.
     *
     * @param likelyBackend is chosen already in empty rows; may be empty
     */
    static ContactForm empty(String likelyBackend) {
        var form = new ContactForm(null, likelyBackend);
        form.addRow();
        return form;
    }

    static ContactForm of(Contact contact, String likelyBackend) {
        var form = new ContactForm(contact.getId(), likelyBackend);
        form.name = contact.getName();
        form.language = contact.getLanguage();
        contact.getConnections().forEach(n -> form.rows.add(PhoneRow.of(n)));
        if (form.rows.isEmpty()) {
            form.addRow();
        }
        return form;
    }

    void addRow() {
        rows.add(PhoneRow.empty(likelyBackend));
    }

    void remove(PhoneRow row) {
        rows.remove(row);
        if (rows.isEmpty()) {
            addRow();
        }
    }

    boolean isNameTooLong() {
        return name.length() > Contact.NAME_LENGTH;
    }

    boolean isNameStrange() {
        return !Typed.isPlain(name);
    }

    boolean isLanguageWrong() {
        return LanguageTag.of(language).isEmpty();
    }

    /**
     * Looks what is wrong with the connections; each row says it.
     *
     * @param owners finds out who owns which phone
     * @return whether all are right
     */
    boolean checkRows(Function<Collection<Phone>, Map<Phone, Contact>> owners) {
        var filled = filled();
        rows.forEach(row -> row.complain(PhoneRow.Problem.NONE));
        filled.forEach(PhoneRow::check);
        var once = new HashSet<Phone>();
        filled.stream()
                .filter(row -> !row.isWrong() && !once.add(row.phone()))
                .forEach(row -> row.complain(PhoneRow.Problem.TWICE));
        var taken = owners.apply(once);
        filled.stream()
                .filter(row -> !row.isWrong() && taken.containsKey(row.phone()))
                .filter(row -> !taken.get(row.phone()).getId().equals(id))
                .forEach(row -> row.belongsTo(taken.get(row.phone())));
        if (id == null && filled.isEmpty()) {
            rows.get(0).complain(PhoneRow.Problem.NEEDED);
        }
        return rows.stream().noneMatch(PhoneRow::isWrong);
    }

    private List<PhoneRow> filled() {
        return rows.stream().filter(row -> !row.isBlank()).toList();
    }

    List<Phone> phones() {
        return filled().stream().map(PhoneRow::phone).toList();
    }

    /** The language as it is stored. */
    String languageTag() {
        return LanguageTag.of(language).orElseThrow();
    }

    public List<PhoneRow> getRows() {
        return Collections.unmodifiableList(rows);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = Typed.clean(name);
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = Typed.clean(language);
    }
}
