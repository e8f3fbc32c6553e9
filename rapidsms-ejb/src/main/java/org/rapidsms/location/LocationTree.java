package org.rapidsms.location;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stored places. */
@Stateless
@PermitAll
public class LocationTree {

    private static final String WITH_NEIGHBOURS =
            "select l from Location l left join fetch l.type left join fetch l.parent";

    @PersistenceContext(unitName = "rapidsms")
    EntityManager entities;

    /** The first of these places by name, with their types and parents. */
    public List<Location> first(LocationFilter filter, int most) {
        return list(filter, false, most);
    }

    /** The first of these places of which is known where they are. */
    public List<Location> firstWithPoint(LocationFilter filter, int most) {
        return first(filter.with("l.point.latitude is not null", Map.of()), most);
    }

    /** Those that follow the place with this number, which need not be one of them. */
    public List<Location> after(long id, LocationFilter filter, int most) {
        return next(
                id,
                filter,
                "l.nameKey >= :name and (l.nameKey > :name or l.id > :id)",
                false,
                most);
    }

    /** Those that precede the place with this number, the nearest first. */
    public List<Location> before(long id, LocationFilter filter, int most) {
        return next(
                id, filter, "l.nameKey <= :name and (l.nameKey < :name or l.id < :id)", true, most);
    }

    private List<Location> next(
            long id, LocationFilter filter, String condition, boolean backwards, int most) {
        return entities.createQuery(
                        "select l.nameKey from Location l where l.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(name -> filter.with(condition, Map.of("name", name, "id", id)))
                .map(all -> list(all, backwards, most))
                .orElse(List.of());
    }

    private List<Location> list(LocationFilter filter, boolean backwards, int most) {
        // Their numbers first: these, and what is searched, are in the index.
        var numbers =
                entities.createQuery(
                        "select l.id from Location l" + filter.where() + filter.order(backwards),
                        Long.class);
        filter.parameters().forEach(numbers::setParameter);
        var ids = numbers.setMaxResults(most).getResultList();
        var places = new HashMap<Long, Location>();
        entities.createQuery(WITH_NEIGHBOURS + " where l.id in :ids", Location.class)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(place -> places.put(place.getId(), place));
        return ids.stream().map(places::get).toList();
    }

    /** The place with this number, if it is there, with its type and parent. */
    public Optional<Location> find(long id) {
        return entities.createQuery(WITH_NEIGHBOURS + " where l.id = :id", Location.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The place with this code, capital letters or not, if there is one. */
    public Optional<Location> withCode(String code) {
        return entities.createQuery(WITH_NEIGHBOURS + " where l.codeKey = :key", Location.class)
                .setParameter("key", Location.key(code))
                .getResultStream()
                .findFirst();
    }

    /** The places that one lies in, the largest first, and that one itself. */
    public List<Location> path(long id) {
        var path = new ArrayDeque<Location>();
        for (var each = entities.find(Location.class, id); each != null; each = each.getParent()) {
            // By its number, so that it is more than a promise when this transaction is over.
            path.addFirst(entities.find(Location.class, each.getId()));
        }
        return List.copyOf(path);
    }

    /** What kinds of places there are, by name. */
    public List<LocationType> types(int most) {
        return entities.createQuery(
                        "select t from LocationType t order by t.nameKey", LocationType.class)
                .setMaxResults(most)
                .getResultList();
    }

    /** Stores a new place. Its code must be free. */
    public Location add(LocationDetails details) {
        var place = new Location(details.name(), details.code());
        fill(place, details);
        entities.persist(place);
        return place;
    }

    /**
     * Changes a place. Its code must be free, and its new parent must not lie below it.
     *
     * @return false if it is gone
     */
    public boolean change(long id, LocationDetails details) {
        var place = entities.find(Location.class, id);
        if (place != null) {
            place.rename(details.name(), details.code());
            fill(place, details);
            entities.flush();
            forgetUnusedTypes();
        }
        return place != null;
    }

    private void fill(Location place, LocationDetails details) {
        place.setType(details.type().isEmpty() ? null : type(details.type()));
        place.setPoint(details.point());
        var before = place.parent().map(Location::getId).orElse(null);
        if (details.parent() != null && !details.parent().equals(before)) {
            place.moveBelow(undisturbed(place, details.parent()));
        } else if (details.parent() == null) {
            place.moveBelow(null);
        }
    }

    /** Two moves at once could close a circle: nothing on this way up is moved meanwhile. */
    private Location undisturbed(Location moved, long parent) {
        if (moved.getId() != null) {
            entities.lock(moved, LockModeType.PESSIMISTIC_WRITE);
        }
        var found = Optional.ofNullable(entities.find(Location.class, parent)).orElseThrow();
        for (var each = found; each != null; each = each.getParent()) {
            entities.refresh(each, LockModeType.PESSIMISTIC_WRITE);
        }
        return found;
    }

    private LocationType type(String name) {
        var key = Location.key(name);
        return entities.createQuery(
                        "select t from LocationType t where t.nameKey = :key", LocationType.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> newType(name));
    }

    private LocationType newType(String name) {
        var type = new LocationType(name);
        entities.persist(type);
        return type;
    }

    /**
     * Deletes a place. Contacts that belong to it stay, and belong nowhere.
     *
     * @return false if there are places in it, which would lose theirs: then nothing is deleted
     */
    public boolean delete(long id) {
        if (!first(LocationFilter.in(id), 1).isEmpty()) {
            return false;
        }
        entities.createQuery("delete from Location l where l.id = :id")
                .setParameter("id", id)
                .executeUpdate();
        forgetUnusedTypes();
        return true;
    }

    /** A type that no place is of, such as one that was misspelt, is not offered any more. */
    private void forgetUnusedTypes() {
        entities.createQuery(
                        "delete from LocationType t where not exists"
                                + " (select 1 from Location l where l.type = t)")
                .executeUpdate();
    }
}
