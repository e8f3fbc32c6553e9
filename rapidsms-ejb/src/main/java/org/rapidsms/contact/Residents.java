package org.rapidsms.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;

/** The contacts who belong to a place, by name; not those of the places in it. */
@Stateless
@PermitAll
public class Residents {

    @PersistenceContext(unitName = "rapidsms")
    EntityManager entities;

    /** The first of them. */
    public List<Contact> first(long place, int most) {
        return list(place, "", Map.of(), ContactOrder.NAME, most);
    }

    /** Those that follow the contact with this number. */
    public List<Contact> after(long id, long place, int most) {
        return next(id, place, ContactOrder.NAME, most);
    }

    /** Those that precede the contact with this number, the nearest first. */
    public List<Contact> before(long id, long place, int most) {
        return next(id, place, ContactOrder.NAME_BACKWARDS, most);
    }

    private List<Contact> next(long id, long place, ContactOrder order, int most) {
        return entities.createQuery(
                        "select c.nameKey from Contact c where c.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(name -> list(place, " and " + order.after(), order.key(name, id), order, most))
                .orElse(List.of());
    }

    private List<Contact> list(
            long place, String after, Map<String, ?> key, ContactOrder order, int most) {
        var query =
                entities.createQuery(
                                "select c from Contact c where c.location.id = :place"
                                        + after
                                        // So does the index begin; H2 would sort all of them
                                        // otherwise.
                                        + " order by c.location.id, "
                                        + order.order(),
                                Contact.class)
                        .setParameter("place", place);
        key.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }
}
