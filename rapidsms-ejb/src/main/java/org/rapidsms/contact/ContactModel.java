package org.rapidsms.contact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapidsms.admin.Companion;
import org.rapidsms.admin.EntityModel;
import org.rapidsms.admin.Entry;
import org.rapidsms.admin.Field;
import org.rapidsms.admin.Listing;
import org.rapidsms.admin.RefusedException;

/** Contacts, for administrators. Their connections are a model of their own. */
@ApplicationScoped
public class ContactModel extends EntityModel<Contact> {

    public ContactModel() {
        super(Contact.class, "contacts", Contact::getId, () -> new Contact(""));
        column("language", Contact::getLanguage);
        column("createdOn", Contact::getCreatedOn);
        column("modifiedOn", Contact::getModifiedOn);
        fact("connections", ContactModel::phones);
        searchBeginning("nameKey");
        field(
                Field.text("name", Contact::getName)
                        .most(Contact.NAME_LENGTH)
                        .sets((contact, entry) -> contact.setName(entry.text("name"))));
        field(
                Field.text("language", Contact::getLanguage)
                        .most(Contact.LANGUAGE_LENGTH)
                        .sets((contact, entry) -> contact.setLanguage(tag(entry))));
    }

    private static String phones(Contact contact) {
        return contact.getConnections().stream()
                .map(Connection::toString)
                .collect(Collectors.joining(", "));
    }

    private static String tag(Entry entry) {
        var typed = entry.text("language").replace('_', '-');
        try {
            return typed.isEmpty()
                    ? ""
                    : new Locale.Builder().setLanguageTag(typed).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            throw new RefusedException("language", "refused.language");
        }
    }

    @Override
    public int priority() {
        return 20;
    }

    @Override
    public Optional<String> page(Contact contact) {
        return Optional.of("/registration/%d/edit/".formatted(contact.getId()));
    }

    @Override
    public List<Contact> list(Listing wanted) {
        return super.list(
                new Listing(
                        wanted.search().toLowerCase(Locale.ROOT),
                        wanted.filters(),
                        wanted.key(),
                        wanted.newer(),
                        wanted.most()));
    }

    @Override
    public List<Companion> alongWithDelete(Contact contact) {
        return companion(
                        "along.connections",
                        "select n.id from Connection n where n.contact = :row",
                        contact)
                .stream()
                .toList();
    }

    @Override
    public void delete(Contact contact) {
        List.copyOf(contact.getConnections()).forEach(Connection::release);
        super.delete(contact);
    }
}
