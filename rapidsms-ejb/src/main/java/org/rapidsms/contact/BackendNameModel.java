package org.rapidsms.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.rapidsms.admin.AdminModel;
import org.rapidsms.admin.Choice;
import org.rapidsms.admin.Column;
import org.rapidsms.admin.Companion;
import org.rapidsms.admin.Entry;
import org.rapidsms.admin.Field;
import org.rapidsms.admin.Listing;
import org.rapidsms.admin.Refusal;
import org.rapidsms.admin.RefusedException;
import org.rapidsms.backend.Backends;

/**
 * Names of backends, for administrators. Settings say which there are; what can be done here is to
 * give the connections of one to another, after it was renamed in the settings.
 */
@ApplicationScoped
public class BackendNameModel implements AdminModel<BackendName> {

    private static final int MOST_COUNTED = 1000;

    @PersistenceContext(unitName = "rapidsms")
    EntityManager entities;

    @Inject Backends backends;

    @Inject Contacts contacts;

    @Inject SearchKeys searchKeys;

    @Override
    public String name() {
        return "backends";
    }

    @Override
    public int priority() {
        return 10;
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.of(Action.EDIT);
    }

    @Override
    public List<Column<BackendName>> columns() {
        return List.of(
                new Column<>("engine", BackendName::engine),
                new Column<>(
                        "connections",
                        row -> atMost(count(row.name())),
                        row -> "/admin/connections/?backend=" + row.name()));
    }

    private static String atMost(int count) {
        return count > MOST_COUNTED ? MOST_COUNTED + "+" : String.valueOf(count);
    }

    private int count(String backend) {
        return entities.createQuery(
                        "select n.id from Connection n where n.backend = :backend", Long.class)
                .setParameter("backend", backend)
                .setMaxResults(MOST_COUNTED + 1)
                .getResultList()
                .size();
    }

    private List<BackendName> all() {
        var all = new TreeMap<String, BackendName>();
        contacts.backendsInUse().forEach(name -> all.put(name, new BackendName(name, null)));
        backends.all().forEach(b -> all.put(b.name(), new BackendName(b.name(), b.engine())));
        return new ArrayList<>(all.values());
    }

    /** By name: the number only says beside which name to go on. */
    @Override
    public List<BackendName> list(Listing wanted) {
        var all = all();
        if (wanted.newer()) {
            Collections.reverse(all);
        }
        boolean fromTheStart = wanted.key() == Long.MAX_VALUE;
        int start =
                fromTheStart
                        ? 0
                        : IntStream.range(0, all.size())
                                .filter(i -> all.get(i).id() == wanted.key())
                                .map(i -> i + 1)
                                .findFirst()
                                .orElse(all.size());
        return all.stream().skip(start).limit(wanted.most()).toList();
    }

    @Override
    public Optional<BackendName> find(long id) {
        return all().stream().filter(row -> row.id() == id).findFirst();
    }

    @Override
    public long id(BackendName row) {
        return row.id();
    }

    @Override
    public String title(BackendName row) {
        return row.name();
    }

    @Override
    public List<Field<BackendName>> fields(Action action) {
        return List.of(Field.choice("backend", this::configured, BackendName::name).required());
    }

    private List<Choice> configured() {
        return backends.all().stream().map(b -> new Choice(b.name(), b.name())).toList();
    }

    @Override
    public List<Companion> alongWithEdit(BackendName row, Entry entry) {
        var to = entry.text("backend");
        int twice = onBoth(row.name(), to);
        if (twice > 0 && !to.equals(row.name())) {
            throw new RefusedException(
                    List.of(new Refusal("backend", "refused.twice", to, atMost(twice))));
        }
        int count = count(row.name());
        return count == 0 || to.equals(row.name())
                ? List.of()
                : List.of(
                        new Companion(
                                "along.moved",
                                Math.min(count, MOST_COUNTED),
                                count > MOST_COUNTED));
    }

    private int onBoth(String from, String to) {
        return entities.createQuery(
                        "select n.id from Connection n where n.backend = :from and exists (select 1"
                                + " from Connection o where o.backend = :to"
                                + " and o.identity = n.identity)",
                        Long.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(MOST_COUNTED + 1)
                .getResultList()
                .size();
    }

    /**
     * However many they are, in one statement each, and what waits to be sent to them goes along.
     * The name ends what connections are searched by.
     */
    @Override
    public void edit(BackendName row, Entry entry) {
        searchKeys.ofBackend(row.name(), entry.text("backend"));
        entities.createNativeQuery(
                        "update connection set backend = :to, modified_on = current_timestamp,"
                                + " search_key = substring(search_key, 1,"
                                + " char_length(search_key) - char_length(backend)) || lower(:to)"
                                + " where backend = :from")
                .setParameter("to", entry.text("backend"))
                .setParameter("from", row.name())
                .executeUpdate();
        entities.createNativeQuery(
                        "update transmission set backend = :to where backend = :from"
                                + " and due is not null")
                .setParameter("to", entry.text("backend"))
                .setParameter("from", row.name())
                .executeUpdate();
    }
}
