package org.rapidsms.web.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.contact.Contacts;

/** The backends that a phone may be on: those of the settings, and those that are in use. */
@ApplicationScoped
class KnownBackends {

    @Inject Backends backends;

    @Inject Contacts contacts;

    SortedSet<String> names() {
        var names = new TreeSet<>(contacts.backendsInUse());
        names.addAll(configured());
        return names;
    }

    /** The only one that leads to real phones; empty if there is a choice. */
    String likely() {
        var real = configured().stream().filter(n -> !n.equals(Backends.MESSAGE_TESTER)).toList();
        return real.size() == 1 ? real.get(0) : "";
    }

    private List<String> configured() {
        return backends.all().stream().map(ConfiguredBackend::name).toList();
    }
}
