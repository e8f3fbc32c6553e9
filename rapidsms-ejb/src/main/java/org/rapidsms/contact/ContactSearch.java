package org.rapidsms.contact;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which contacts are looked for: those with some words in their name, a phone, or a field.
 *
 * <p>Phones and fields are searched first, each in an index that holds all that is compared; whom
 * they lead to is named in the query. If those are many, one contact after the other is looked at
 * instead, until a page is full.
 */
final class ContactSearch {

    private static final int FEW = 500;

    private static final String NAME = "c.nameKey like :part escape '!'";
    private static final String PHONES =
            " or exists (select 1 from Connection n"
                    + " where n.contact = c and n.searchKey like :part escape '!')";
    private static final String FIELDS =
            " or exists (select 1 from ContactValue v where v.contact = c"
                    + " and v.name in :searched and v.contentKey like :part escape '!')";

    private final EntityManager entities;
    private final String part;
    private final List<String> searched;
    private final List<Long> named;

    /**
     * @param words that all contacts match if they are empty
     * @param searched the keys of the fields that are searched
     */
    ContactSearch(EntityManager entities, String words, List<String> searched) {
        this.entities = entities;
        this.part = "%" + words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
        this.searched = searched;
        this.named = words.isEmpty() ? null : named();
    }

    private List<Long> named() {
        var ids = new ArrayList<>(byPhone());
        if (ids.size() <= FEW && !searched.isEmpty()) {
            ids.addAll(byField());
        }
        return ids;
    }

    /** Whose connections match, or what their owners are called. */
    private List<Long> byPhone() {
        return entities.createQuery(
                        "select n.contact.id from Connection n"
                                + " where n.searchKey like :part escape '!' and n.contact is not null",
                        Long.class)
                .setParameter("part", part)
                .setMaxResults(FEW + 1)
                .getResultList();
    }

    private List<Long> byField() {
        return entities.createQuery(
                        "select v.contact.id from ContactValue v"
                                + " where v.name in :searched and v.contentKey like :part escape '!'",
                        Long.class)
                .setParameter("searched", searched)
                .setParameter("part", part)
                .setMaxResults(FEW + 1)
                .getResultList();
    }

    private boolean isFew() {
        return named.size() <= FEW;
    }

    /** What holds for a contact {@code c} that is looked for; empty if all are. */
    String condition() {
        if (named == null) {
            return "";
        }
        if (isFew()) {
            return "(" + NAME + " or c.id in :named)";
        }
        return "(" + NAME + PHONES + (searched.isEmpty() ? "" : FIELDS) + ")";
    }

    /** Gives a query the parameters of {@link #condition()}. */
    void fill(Query query) {
        if (named == null) {
            return;
        }
        query.setParameter("part", part);
        if (isFew()) {
            query.setParameter("named", named);
        } else if (!searched.isEmpty()) {
            query.setParameter("searched", searched);
        }
    }
}
