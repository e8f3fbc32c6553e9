package org.rapidsms.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapidsms.location.Location;

/** The stored contacts, with their connections. */
@Stateless
@PermitAll
public class Contacts {

    /** How many are stored, or looked up, at once. */
    public static final int BATCH = 500;

    @PersistenceContext(unitName = "rapidsms")
    EntityManager entities;

    @Inject Connections connections;

    @Inject ContactFields fields;

    /**
     * The first contacts in this order.
     *
     * @param search part of a name, an identity, a backend or a field's value; empty for all
     *     contacts
     */
    public List<Contact> first(String search, ContactOrder order, int most) {
        return list("", Map.of(), search, order, most);
    }

    /**
     * The contacts that follow the one with this id, which need not match itself.
     *
     * @return none if that one is gone
     */
    public List<Contact> after(long id, String search, ContactOrder order, int most) {
        return nameKey(id)
                .map(name -> list(order.after(), order.key(name, id), search, order, most))
                .orElse(List.of());
    }

    private Optional<String> nameKey(long id) {
        return entities.createQuery(
                        "select c.nameKey from Contact c where c.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    private List<Contact> list(
            String after, Map<String, ?> key, String search, ContactOrder order, int most) {
        var wanted = new ContactSearch(search);
        var conditions =
                Stream.of(after, wanted.condition())
                        .filter(condition -> !condition.isEmpty())
                        .collect(Collectors.joining(" and "));
        var where = conditions.isEmpty() ? "" : " where " + conditions;
        var query =
                entities.createQuery(
                        "select c.id from Contact c" + where + " order by " + order.order(),
                        Long.class);
        key.forEach(query::setParameter);
        wanted.fill(query);
        return whole(query.setMaxResults(most).getResultList());
    }

    /** Contacts with all that belongs to them: two queries, however many they are. */
    private List<Contact> whole(List<Long> ids) {
        var byId = new HashMap<Long, Contact>();
        with("left join fetch c.connections left join fetch c.location", ids)
                .forEach(c -> byId.put(c.getId(), c));
        with("left join fetch c.values", ids);
        return ids.stream().map(byId::get).toList();
    }

    private List<Contact> with(String fetched, List<Long> ids) {
        return entities.createQuery(
                        "select distinct c from Contact c " + fetched + " where c.id in :ids",
                        Contact.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The contact with this id, if it is there. */
    public Optional<Contact> find(long id) {
        return whole(ids(id)).stream().findFirst();
    }

    private List<Long> ids(long id) {
        return entities.find(Contact.class, id) == null ? List.of() : List.of(id);
    }

    /** The backends that stored connections name. */
    public Collection<String> backendsInUse() {
        // H2 goes from one to the next in an index, but only if nothing else is asked for.
        return new TreeSet<>(
                entities.createQuery("select distinct n.backend from Connection n", String.class)
                        .getResultList());
    }

    /** Who owns these phones; those that nobody owns are left out. Any number may be asked for. */
    public Map<Phone, Contact> owners(Collection<Phone> phones) {
        var owners = new HashMap<Phone, Contact>();
        stored(phones).forEach((phone, n) -> n.contact().ifPresent(c -> owners.put(phone, c)));
        return owners;
    }

    /** Those of these phones that are stored. */
    Map<Phone, Connection> stored(Collection<Phone> phones) {
        var wanted = new HashSet<>(phones);
        var found = new HashMap<Phone, Connection>();
        // By identity alone: of two lists H2 looks up neither, and reads all phones of a backend.
        entities.createQuery(
                        "select n from Connection n left join fetch n.contact"
                                + " where n.identity in :identities",
                        Connection.class)
                .setParameter("identities", wanted.stream().map(Phone::identity).toList())
                .getResultStream()
                .filter(n -> wanted.contains(Phone.of(n)))
                .forEach(n -> found.put(Phone.of(n), n));
        return found;
    }

    /**
     * Stores a new contact.
     *
     * @param values of fields, by key, as they are written
     * @throws TakenException if somebody owns one of these phones
     */
    public Contact add(
            String name, String language, List<Phone> phones, Map<String, String> values) {
        var contact = new Contact(name);
        entities.persist(contact);
        change(contact, name, language, phones);
        fields.write(contact, values);
        return contact;
    }

    /**
     * Changes a contact, whose phones are these from now on. Those that it had before are released.
     *
     * @param values of fields, by key, as they are written; an empty one is forgotten, one that is
     *     not named stays
     * @return false if it is gone
     * @throws TakenException if somebody else owns one of these phones
     */
    public boolean change(
            long id, String name, String language, List<Phone> phones, Map<String, String> values) {
        var contact = entities.find(Contact.class, id);
        if (contact != null) {
            change(contact, name, language, phones);
            fields.write(contact, values);
        }
        return contact != null;
    }

    private void change(Contact contact, String name, String language, List<Phone> phones) {
        contact.setName(name);
        contact.setLanguage(language);
        List.copyOf(contact.getConnections()).stream()
                .filter(n -> !phones.contains(Phone.of(n)))
                .forEach(Connection::release);
        for (var phone : phones) {
            var connection = connections.lookup(phone.backend(), phone.identity());
            if (connection.contact().isEmpty()) {
                connection.assignTo(contact);
            } else if (!connection.getContact().getId().equals(contact.getId())) {
                throw new TakenException(phone);
            }
        }
    }

    /**
     * Says where a contact belongs.
     *
     * @param place the number of a place; null for nowhere
     */
    public void settle(long id, Long place) {
        var contact = entities.find(Contact.class, id);
        if (contact != null) {
            contact.setLocation(place == null ? null : entities.find(Location.class, place));
        }
    }

    /**
     * Stores many contacts: all, or none.
     *
     * @param progress is told after each {@value #BATCH} how many have been stored
     * @return how many they were
     * @throws TakenException if somebody owns one of their phones
     */
    public int addAll(Iterator<NewContact> contacts, IntConsumer progress) {
        int count = 0;
        while (contacts.hasNext()) {
            var batch = new ArrayList<NewContact>(BATCH);
            while (contacts.hasNext() && batch.size() < BATCH) {
                batch.add(contacts.next());
            }
            addBatch(batch);
            count += batch.size();
            progress.accept(count);
        }
        return count;
    }

    private void addBatch(List<NewContact> batch) {
        var stored = stored(batch.stream().flatMap(each -> each.phones().stream()).toList());
        for (var each : batch) {
            var contact = new Contact(each.name());
            contact.setLanguage(each.language());
            fields.write(contact, each.values());
            entities.persist(contact);
            each.phones().forEach(phone -> give(phone, stored.get(phone), contact));
        }
        entities.flush();
        entities.clear();
    }

    private void give(Phone phone, Connection known, Contact owner) {
        var connection = known == null ? new Connection(phone.backend(), phone.identity()) : known;
        if (connection.contact().isPresent()) {
            throw new TakenException(phone);
        }
        connection.assignTo(owner);
        entities.persist(connection);
    }

    /**
     * Deletes a contact. Its connections are released, and what was said on them stays.
     *
     * @return false if it was gone already
     */
    public boolean delete(long id) {
        var contact = entities.find(Contact.class, id);
        if (contact != null) {
            List.copyOf(contact.getConnections()).forEach(Connection::release);
            entities.remove(contact);
        }
        return contact != null;
    }
}
