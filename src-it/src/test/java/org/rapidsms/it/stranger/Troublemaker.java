package org.rapidsms.it.stranger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.rapidsms.app.App;
import org.rapidsms.app.Verdict;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Messaging;

/** Does, on request, what an app should not do, and what it may. */
@ApplicationScoped
public class Troublemaker implements App {

    @Inject Messaging messaging;

    @PersistenceContext(unitName = "rapidsms")
    EntityManager entities;

    @Override
    public Verdict filter(IncomingMessage message) {
        return message.text().equals("drop this") ? Verdict.DROP : Verdict.PASS;
    }

    @Override
    public void cleanup(IncomingMessage message) {
        if (message.text().equals("boom")) {
            throw new IllegalStateException("boom");
        }
    }

    @Override
    public boolean handle(IncomingMessage message) {
        var words = message.text().split(" ");
        switch (words[0]) {
            case "boom" -> message.respond("before the boom");
            case "recurse" -> recurse(message);
            case "spoil" -> spoil(message);
            case "refuse" -> refuseLater(message);
            case "name" -> name(message, words[1]);
            case "who" -> message.respond(message.contact().map(Contact::getName).orElse("?"));
            case "tell" -> tell(words[1]);
            case "hire" -> hire(words[1]);
            case "nobody" -> nobody(message);
            case "known" -> messaging.lookupConnection(words[1], words[2]);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void recurse(IncomingMessage message) {
        recurse(message);
    }

    /** What the database refuses at once. */
    private void spoil(IncomingMessage message) {
        message.respond("never said");
        entities.persist(copy(message));
        entities.flush();
    }

    /** What the database refuses only when all is stored. */
    private void refuseLater(IncomingMessage message) {
        message.respond("never said");
        entities.persist(copy(message));
    }

    private static Connection copy(IncomingMessage message) {
        return new Connection(
                message.connection().getBackend(), message.connection().getIdentity());
    }

    private void name(IncomingMessage message, String name) {
        var contact = new Contact(name);
        entities.persist(contact);
        message.connection().assignTo(contact);
        message.respond("hello " + name);
    }

    private void tell(String identity) {
        messaging.send("told", messaging.lookupConnection("http", identity));
    }

    /** Another user, with the administrator's password and fewer rights. */
    private void hire(String username) {
        entities.createNativeQuery(
                        "insert into console_user (id, username, password, staff, created_on)"
                                + " select -1, :username, password, false, created_on"
                                + " from console_user where username = 'admin'"
                                + " and not exists (select 1 from console_user where id = -1)")
                .setParameter("username", username)
                .executeUpdate();
    }

    /** One backend that is not there, and the phone that wrote. */
    private static void nobody(IncomingMessage message) {
        message.respond("found", List.of(new Connection("nobody", "1"), message.connection()));
    }
}
