package org.rapidsms.app.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.rapidsms.app.KeywordHandler;
import org.rapidsms.app.Phrases;
import org.rapidsms.contact.Contact;
import org.rapidsms.message.IncomingMessage;

/**
 * Registers whoever sends {@code JOIN <NAME>}. A phone that belongs to somebody already gives them
 * another name, and no contact is left without a phone.
 */
@ApplicationScoped
public class Register extends KeywordHandler {

    private static final Phrases PHRASES = Phrases.of(Register.class);

    @PersistenceContext EntityManager entities;

    public Register() {
        super("register|reg|join");
    }

    @Override
    protected void handle(IncomingMessage message, String rest) {
        var name = rest.strip();
        if (name.length() > Contact.NAME_LENGTH) {
            message.error(PHRASES.to(message, "nameTooLong", Contact.NAME_LENGTH));
            return;
        }
        message.contact()
                .ifPresentOrElse(contact -> contact.setName(name), () -> add(message, name));
        message.respond(PHRASES.to(message, "joined", name));
    }

    private void add(IncomingMessage message, String name) {
        var contact = new Contact(name);
        entities.persist(contact);
        message.connection().assignTo(contact);
    }

    @Override
    protected void help(IncomingMessage message) {
        message.respond(PHRASES.to(message, "joinHelp"));
    }
}
