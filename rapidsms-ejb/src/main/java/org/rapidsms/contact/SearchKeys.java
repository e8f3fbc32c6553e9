package org.rapidsms.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;

/**
 * What contacts are searched by, where it changes for very many at once: contacts see to it
 * themselves otherwise.
 */
@Stateless
@PermitAll
public class SearchKeys {

    /**
     * As {@link Contact} does it, in the words of the database: but with one backend's name in the
     * place of another.
     */
    private static final String ANEW =
            "update contact set search_key = substring(name_key"
                    + " || coalesce((select string_agg("
                    + "' ' || lower(n.identity) || ' '"
                    + " || lower(case when n.backend = :from then :to else n.backend end),"
                    + " '' order by n.id)"
                    + " from connection n where n.contact_id = contact.id), '')"
                    + " || coalesce((select string_agg(' ' || v.content_key, '' order by v.name)"
                    + " from contact_field v where v.contact_id = contact.id"
                    + " and v.content_key <> ''), ''), 1, 500)";

    @PersistenceContext(unitName = "rapidsms")
    EntityManager entities;

    /** For the container. */
    public SearchKeys() {}

    /** In a unit of work that is somebody else's. */
    SearchKeys(EntityManager entities) {
        this.entities = entities;
    }

    /** Before the connections of one backend are given to another. */
    public void ofBackend(String from, String to) {
        anew("select n.contact_id from connection n where n.backend = :from")
                .setParameter("from", from)
                .setParameter("to", to)
                .executeUpdate();
    }

    /**
     * After apps have come or gone, or think otherwise of what is searched: called when the
     * application starts.
     *
     * @param searched the keys of the fields that are searched; values of all others are not found
     */
    public void ofFields(Collection<String> searched) {
        for (var field : known()) {
            boolean wanted = searched.contains(field);
            if (isAny(field, wanted ? "= ''" : "> ''")) {
                entities.createNativeQuery(
                                "update contact_field set content_key = "
                                        + (wanted ? "lower(content)" : "''")
                                        + " where name = :name")
                        .setParameter("name", field)
                        .executeUpdate();
                anew("select v.contact_id from contact_field v where v.name = :name")
                        .setParameter("name", field)
                        .setParameter("from", "")
                        .setParameter("to", "")
                        .executeUpdate();
            }
        }
    }

    /** The keys of all fields that have values. */
    private List<String> known() {
        return entities.createQuery("select distinct v.name from ContactValue v", String.class)
                .getResultList();
    }

    private boolean isAny(String field, String condition) {
        return !entities.createQuery(
                        "select v.name from ContactValue v"
                                + " where v.name = :name and v.contentKey "
                                + condition,
                        String.class)
                .setParameter("name", field)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private Query anew(String which) {
        return entities.createNativeQuery(ANEW + " where id in (" + which + ")");
    }
}
