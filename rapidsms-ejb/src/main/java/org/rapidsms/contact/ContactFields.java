package org.rapidsms.contact;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that apps have declared, in their order. They do not change while it runs. */
@ApplicationScoped
public class ContactFields {

    private static final int ORDINARY = 2000;

    /** What files call other things by. */
    private static final Set<String> RESERVED =
            Set.of("contact", "name", "backend", "identity", "language");

    @Inject @Any Instance<ContactField<?>> discovered;

    private List<ContactField<?>> all = List.of();

    /** These fields, in this order, and no others. */
    public static ContactFields of(List<? extends ContactField<?>> all) {
        var fields = new ContactFields();
        fields.all = List.copyOf(all);
        check(fields.all);
        return fields;
    }

    @PostConstruct
    void collect() {
        all =
                discovered
                        .handlesStream()
                        .sorted(
                                Comparator.<Instance.Handle<ContactField<?>>>comparingInt(
                                                ContactFields::priority)
                                        .thenComparing(handle -> handle.get().key()))
                        .<ContactField<?>>map(Instance.Handle::get)
                        .toList();
        check(all);
    }

    private static int priority(Instance.Handle<?> handle) {
        var priority = handle.getBean().getBeanClass().getAnnotation(Priority.class);
        return priority == null ? ORDINARY : priority.value();
    }

    private static void check(List<ContactField<?>> fields) {
        var keys = new HashSet<String>();
        for (var field : fields) {
            var key = field.key();
            if (!key.matches("[a-z][a-z0-9-]*") || key.length() > ContactField.KEY_LENGTH) {
                throw new IllegalStateException(
                        "the contact field \"%s\" needs a key of 1 to %d letters a to z, digits and hyphens, a letter first"
                                .formatted(key, ContactField.KEY_LENGTH));
            }
            if (RESERVED.contains(key)) {
                throw new IllegalStateException(
                        "the contact field \"%s\" needs another key: every contact has that without it"
                                .formatted(key));
            }
            if (!keys.add(key)) {
                throw new IllegalStateException(
                        "two apps declare the contact field \"%s\": leave one of them out, or give one field another key"
                                .formatted(key));
            }
        }
    }

    /** All of them. */
    public List<ContactField<?>> all() {
        return all;
    }

    /** The keys of those whose values are found by a search. */
    public List<String> searched() {
        return all.stream()
                .filter(ContactField::isSearched)
                .<String>map(ContactField::key)
                .toList();
    }

    /**
     * Changes what is known of a contact.
     *
     * @param values by key, as they are written; an empty one makes the contact forget. Fields that
     *     are not named stay as they are
     * @throws IllegalArgumentException if one of them is refused by its field
     */
    public void write(Contact contact, Map<String, String> values) {
        for (var field : all) {
            if (values.containsKey(field.key())) {
                write(contact, field, values.get(field.key()));
            }
        }
    }

    private static <T> void write(Contact contact, ContactField<T> field, String written) {
        var value =
                written.isEmpty()
                        ? null
                        : field.type()
                                .read(written)
                                .orElseThrow(
                                        () ->
                                                new IllegalArgumentException(
                                                        "no value of the contact field "
                                                                + field.key()));
        contact.set(field, value);
    }
}
