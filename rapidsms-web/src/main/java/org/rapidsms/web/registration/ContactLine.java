package org.rapidsms.web.registration;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.NewContact;
import org.rapidsms.contact.Phone;
import org.rapidsms.web.frame.Texts;

/** One line of a file of contacts, and what will become of it. */
public final class ContactLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int FEWEST_FIELDS = 3;
    private static final int MOST_FIELDS = 4;

    /** Why a line cannot be a contact. */
    enum Fault {
        NONE,
        UNREADABLE,
        FIELDS,
        NO_IDENTITY,
        BACKEND,
        NAME_LONG,
        IDENTITY_LONG,
        STRANGE,
        LANGUAGE,
        TWICE,
        TAKEN
    }

    private final long number;
    private final int fields;
    private final String name;
    private final String backend;
    private final String identity;
    private final String language;
    private Fault fault = Fault.NONE;
    private String owner = "";

    private ContactLine(long number, List<String> cells) {
        this.number = number;
        this.fields = cells.size();
        this.name = cell(cells, 0);
        this.backend = cell(cells, 1);
        this.identity = cell(cells, 2);
        this.language = cell(cells, 3);
    }

    private static String cell(List<String> cells, int index) {
        return index < cells.size() ? Typed.clean(cells.get(index)) : "";
    }

    /**
     * A line, and whatever is wrong with it by itself.
     *
     * @param number as an editor counts
     */
    static ContactLine of(long number, List<String> cells) {
        var line = new ContactLine(number, cells);
        line.fault = line.judge();
        return line;
    }

    static ContactLine unreadable(long number) {
        var line = new ContactLine(number, List.of());
        line.fault = Fault.UNREADABLE;
        return line;
    }

    private Fault judge() {
        if (fields < FEWEST_FIELDS || fields > MOST_FIELDS) {
            return Fault.FIELDS;
        }
        if (identity.isEmpty()) {
            return Fault.NO_IDENTITY;
        }
        if (name.length() > Contact.NAME_LENGTH) {
            return Fault.NAME_LONG;
        }
        if (identity.length() > Connection.IDENTITY_LENGTH) {
            return Fault.IDENTITY_LONG;
        }
        if (!Typed.isPlain(name + identity)) {
            return Fault.STRANGE;
        }
        return LanguageTag.of(language).isEmpty() ? Fault.LANGUAGE : Fault.NONE;
    }

    void checkBackend(Set<String> backends) {
        if (!isFaulty() && !backends.contains(backend)) {
            fault = Fault.BACKEND;
        }
    }

    void isThereTwice() {
        fault = Fault.TWICE;
    }

    void belongsTo(Contact other) {
        fault = Fault.TAKEN;
        owner = other.getName();
    }

    Phone phone() {
        return new Phone(backend, identity);
    }

    NewContact contact() {
        return new NewContact(name, LanguageTag.of(language).orElseThrow(), phone());
    }

    Fault fault() {
        return fault;
    }

    public boolean isFaulty() {
        return fault != Fault.NONE;
    }

    /** Why it cannot be added, in words; empty if it can. */
    public String getReason() {
        return switch (fault) {
            case NONE -> "";
            case UNREADABLE -> Texts.of("lineUnreadable");
            case FIELDS -> Texts.of("lineFields", fields);
            case NO_IDENTITY -> Texts.of("lineIdentity");
            case BACKEND -> Texts.of("lineBackend", backend);
            case NAME_LONG -> Texts.of("nameTooLong", Contact.NAME_LENGTH);
            case IDENTITY_LONG -> Texts.of("identityTooLong", Connection.IDENTITY_LENGTH);
            case STRANGE -> Texts.of("lineStrange");
            case LANGUAGE -> Texts.of("lineLanguage", language);
            case TWICE -> Texts.of("lineTwice");
            case TAKEN -> Texts.of("lineTaken", owner.isEmpty() ? Texts.of("anonymous") : owner);
        };
    }

    public long getNumber() {
        return number;
    }

    public String getName() {
        return shown(name);
    }

    public String getBackend() {
        return shown(backend);
    }

    public String getIdentity() {
        return shown(identity);
    }

    public String getLanguage() {
        return shown(language);
    }

    /** A cell may be as long as the file. */
    private static String shown(String cell) {
        return cell.length() <= Contact.NAME_LENGTH
                ? cell
                : cell.substring(0, Contact.NAME_LENGTH) + "…";
    }
}
