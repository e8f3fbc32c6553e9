package org.rapidsms.contact;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Contacts without a container, for tests of other packages. */
public final class TestContacts {

    private TestContacts() {}

    /** Those of a database, with these fields. */
    public static Contacts in(EntityManager manager, ContactFields fields) {
        var contacts = new Contacts();
        contacts.entities = manager;
        contacts.fields = fields;
        contacts.connections =
                new Connections() {
                    @Override
                    public Connection lookup(String backend, String identity) {
                        var phone = new Phone(backend, identity);
                        var found = contacts.stored(List.of(phone)).get(phone);
                        if (found == null) {
                            found = new Connection(backend, identity);
                            manager.persist(found);
                        }
                        return found;
                    }
                };
        return contacts;
    }
}
