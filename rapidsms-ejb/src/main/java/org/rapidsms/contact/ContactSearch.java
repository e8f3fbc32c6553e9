package org.rapidsms.contact;

import jakarta.persistence.Query;
import java.util.Locale;

/**
 * Which contacts are looked for: those with some words in their name, a phone, or a field.
 *
 * <p>A contact's search key holds all of that, and indexes hold the keys. Of very much it holds the
 * beginning only: so whoever has a key of full length is looked at whole.
 */
final class ContactSearch {

    private static final String CONDITION =
            "(c.searchKey like :part escape '!' or length(c.searchKey) >= 500"
                    + " and (exists (select 1 from Connection n"
                    + " where n.contact = c and n.searchKey like :part escape '!')"
                    + " or exists (select 1 from ContactValue v"
                    + " where v.contact = c and v.contentKey like :part escape '!')))";

    private final String part;

    /**
     * @param words that all contacts match if they are empty
     */
    ContactSearch(String words) {
        this.part =
                words.isEmpty()
                        ? ""
                        : "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
    }

    /** What holds for a contact {@code c} that is looked for; empty if all are. */
    String condition() {
        return part.isEmpty() ? "" : CONDITION;
    }

    /** Gives a query the parameters of {@link #condition()}. */
    void fill(Query query) {
        if (!part.isEmpty()) {
            query.setParameter("part", part);
        }
    }
}
