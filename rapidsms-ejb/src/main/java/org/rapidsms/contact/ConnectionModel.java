package org.rapidsms.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.rapidsms.admin.Choice;
import org.rapidsms.admin.Column;
import org.rapidsms.admin.Companion;
import org.rapidsms.admin.EntityModel;
import org.rapidsms.admin.Entry;
import org.rapidsms.admin.Field;
import org.rapidsms.admin.RefusedException;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.ConfiguredBackend;

/** Connections, for administrators. What they are told apart by never changes. */
@ApplicationScoped
public class ConnectionModel extends EntityModel<Connection> {

    @Inject Backends backends;

    @Inject Contacts contacts;

    public ConnectionModel() {
        super(Connection.class, "connections", Connection::getId, null);
        fetch("contact");
        column("backend", Connection::getBackend);
        column(new Column<>("contact", Connection::getContact, ConnectionModel::linkToContact));
        column("createdOn", Connection::getCreatedOn);
        fact("identity", Connection::getIdentity);
        fact("modifiedOn", Connection::getModifiedOn);
        fact("optedOut", Connection::getOptedOut);
        searchWhole("identity");
        filter("backend", this::backendNames);
    }

    private static String linkToContact(Connection connection) {
        return connection
                .contact()
                .map(contact -> "/admin/contacts/%d/".formatted(contact.getId()))
                .orElse(null);
    }

    private List<Choice> backendNames() {
        var names = new TreeSet<>(contacts.backendsInUse());
        backends.all().stream().map(ConfiguredBackend::name).forEach(names::add);
        return names.stream().map(name -> new Choice(name, name)).toList();
    }

    @Override
    public int priority() {
        return 30;
    }

    @Override
    public String title(Connection connection) {
        return connection.getIdentity();
    }

    @Override
    public List<Field<Connection>> fields(Action action) {
        var contact =
                Field.<Connection>number(
                        "contact", c -> c.contact().map(Contact::getId).orElse(null));
        return action == Action.EDIT
                ? List.of(contact, Field.on("optedOut", c -> c.getOptedOut() != null))
                : List.of(
                        Field.choice("backend", this::backendNames, Connection::getBackend)
                                .required(),
                        Field.text("identity", Connection::getIdentity)
                                .required()
                                .most(Connection.IDENTITY_LENGTH),
                        contact);
    }

    @Override
    public Connection add(Entry entry) {
        var connection = new Connection(entry.text("backend"), entry.text("identity"));
        if (isThere(connection)) {
            throw new RefusedException("identity", "refused.isThere");
        }
        entities.persist(connection);
        edit(connection, entry);
        return connection;
    }

    private boolean isThere(Connection connection) {
        return !entities.createQuery(
                        "select n.id from Connection n where n.backend = :backend"
                                + " and n.identity = :identity",
                        Long.class)
                .setParameter("backend", connection.getBackend())
                .setParameter("identity", connection.getIdentity())
                .getResultList()
                .isEmpty();
    }

    @Override
    public void edit(Connection connection, Entry entry) {
        entry.number("contact")
                .ifPresentOrElse(id -> connection.assignTo(owner(id)), connection::release);
        if (entry.isOn("optedOut")) {
            connection.optOut(Instant.now());
        } else {
            connection.optIn();
        }
        flush();
    }

    private Contact owner(long id) {
        var contact = entities.find(Contact.class, id);
        if (contact == null) {
            throw new RefusedException("contact", "refused.noContact");
        }
        return contact;
    }

    @Override
    public List<Companion> alongWithDelete(Connection connection) {
        return companion(
                        "along.transmissions",
                        "select t.id from Transmission t where t.connection = :row",
                        connection)
                .stream()
                .toList();
    }

    @Override
    public void delete(Connection connection) {
        entities.createQuery("delete from Transmission t where t.connection = :row")
                .setParameter("row", connection)
                .executeUpdate();
        connection.release();
        super.delete(connection);
    }
}
