package org.rapidsms.router;

import jakarta.ejb.SessionContext;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rapidsms.app.App;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.Callers;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.ReadyBackends;
import org.rapidsms.backend.Sending;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Connections;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Message;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Transmission;
import org.rapidsms.router.Settlement.Made;
import org.rapidsms.schema.TestDatabase;

/** The outbox on a real database, without a container: each call is a transaction. */
final class OutboxOn {

    /** How many phones are taken on at once, at most. */
    static final int BATCH = Claims.MESSAGES + 4;

    private final TestDatabase database;
    private final Map<String, ConfiguredBackend> backends = new ConcurrentHashMap<>();
    private final Loops loops = new Loops();
    private final ReadyBackends ready = new ReadyBackends();
    private boolean eager;

    OutboxOn(TestDatabase database) {
        this.database = database;
    }

    /** Configures a backend of a new name. */
    ConfiguredBackend backend(String name, Sending sending, int phonesAtOnce) {
        var backend = configured(name, new Phones(phonesAtOnce), sending, Duration.ZERO);
        database.run(entities -> claims(entities).open(name));
        return backend;
    }

    /** Configures a backend that keeps a connection, and has none yet. */
    ConfiguredBackend connected(String name, ConnectedBackend line) {
        var backend = configured(name, line, Sending.USUAL, Duration.ZERO);
        database.run(entities -> claims(entities).open(name));
        return backend;
    }

    /** Which backends have a connection. */
    ReadyBackends ready() {
        return ready;
    }

    /** What hands texts over. */
    Sender sender() {
        var sender = new Sender();
        sender.ready = ready;
        sender.backends = backends();
        sender.senders = new Senders();
        sender.claims =
                new Claims() {
                    @Override
                    public List<Claim> claim(ConfiguredBackend backend) {
                        return OutboxOn.this.claim(backend);
                    }

                    @Override
                    public void giveBack(List<Claim> claims) {
                        OutboxOn.this.giveBack(claims);
                    }
                };
        sender.settlements =
                new Settlements() {
                    @Override
                    public void settle(Made call) {
                        OutboxOn.this.settle(List.of(call));
                    }
                };
        return sender;
    }

    /** Configures a backend whose gateway gives no ids. */
    void backend(String name, Duration duplicateWindow) {
        configured(name, new Phones(1), Sending.USUAL, duplicateWindow);
    }

    private ConfiguredBackend configured(
            String name, Backend made, Sending sending, Duration duplicateWindow) {
        var backend =
                new ConfiguredBackend(
                        name,
                        "test",
                        made,
                        Optional.empty(),
                        sending,
                        duplicateWindow,
                        false,
                        Callers.ANYBODY);
        backends.put(name, backend);
        return backend;
    }

    /** As the server does when it starts. */
    void open(ConfiguredBackend backend) {
        database.run(entities -> claims(entities).open(backend.name()));
    }

    OutboxOn eager() {
        eager = true;
        return this;
    }

    Optional<Stored> receive(IncomingMessage message) {
        return database.ask(entities -> inbox(entities).put(List.of(message)).get(0));
    }

    private Inbox inbox(EntityManager entities) {
        var inbox = new Inbox();
        inbox.entities = entities;
        inbox.connections = new TheseConnections(entities);
        inbox.kinds = kinds();
        inbox.backends = backends();
        return inbox;
    }

    List<Batch> put(OutgoingMessage message) {
        return database.ask(entities -> transmissions(entities).put(message));
    }

    List<Claim> claim(ConfiguredBackend backend) {
        return database.ask(entities -> claims(entities).claim(backend));
    }

    List<Claim> claim(ConfiguredBackend backend, long message) {
        return database.ask(entities -> claims(entities).claim(backend, message));
    }

    void giveBack(List<Claim> claims) {
        database.run(entities -> claims(entities).giveBack(claims));
    }

    void settle(ConfiguredBackend backend, Claim claim, Outcome... outcomes) {
        settle(List.of(new Made(backend, claim, List.of(outcomes))));
    }

    /** Settles calls that ended together. */
    void settle(List<Made> calls) {
        database.run(entities -> settlement(entities).settle(calls));
    }

    /** Turns the clock for what waits: it is due, or was taken on too long ago. */
    void time(ConfiguredBackend backend, Instant due) {
        database.run(
                entities ->
                        entities.createQuery(
                                        "update Transmission t set t.due = :due"
                                                + " where t.backend = :b and t.due is not null")
                                .setParameter("due", due)
                                .setParameter("b", backend.name())
                                .executeUpdate());
    }

    BackendState state(ConfiguredBackend backend) {
        return database.ask(entities -> entities.find(BackendState.class, backend.name()));
    }

    /** The transmissions of a message, with all that belongs to them. */
    List<Transmission> transmissions(long message) {
        return database.ask(
                entities ->
                        entities.createQuery(
                                        "select t from Transmission t where t.message.id = :m"
                                                + " order by t.id",
                                        Transmission.class)
                                .setParameter("m", message)
                                .getResultList());
    }

    Message message(long row) {
        return database.ask(entities -> entities.find(Message.class, row));
    }

    Consents consents(EntityManager entities) {
        var consents = new Consents();
        consents.entities = entities;
        consents.connections = new TheseConnections(entities);
        return consents;
    }

    DeliveryReports reports(EntityManager entities) {
        var reports = new DeliveryReports();
        reports.entities = entities;
        return reports;
    }

    /** What takes on messages that wait for the apps. */
    InboxClaims inboxClaims(EntityManager entities) {
        var claims = new InboxClaims();
        claims.entities = entities;
        return claims;
    }

    /** What routes messages to these apps. */
    IncomingWorker worker(EntityManager entities, App... apps) {
        var worker = new IncomingWorker();
        worker.entities = entities;
        worker.claims = inboxClaims(entities);
        worker.inbox = inbox(entities);
        worker.transmissions = transmissions(entities);
        worker.config = new RouterConfig(BATCH, 5, Locale.ENGLISH);
        worker.apps =
                new Apps() {
                    @Override
                    public List<App> without(Collection<String> names) {
                        return List.of(apps);
                    }
                };
        // Of the container only this is asked: whether the transaction is spoiled.
        worker.context =
                (SessionContext)
                        Proxy.newProxyInstance(
                                SessionContext.class.getClassLoader(),
                                new Class<?>[] {SessionContext.class},
                                (proxy, method, arguments) -> false);
        return worker;
    }

    private Transmissions transmissions(EntityManager entities) {
        var transmissions = new Transmissions();
        transmissions.entities = entities;
        transmissions.connections = new TheseConnections(entities);
        transmissions.kinds = kinds();
        transmissions.backends = backends();
        transmissions.loops = loops;
        return transmissions;
    }

    private Backends backends() {
        return new Backends() {
            @Override
            public Optional<ConfiguredBackend> find(String name) {
                return Optional.ofNullable(backends.get(name));
            }
        };
    }

    private Claims claims(EntityManager entities) {
        var claims = new Claims();
        claims.entities = entities;
        claims.config = new RouterConfig(BATCH, 5, Locale.ENGLISH);
        claims.ready = ready;
        return claims;
    }

    private Settlement settlement(EntityManager entities) {
        var settlement = new Settlement();
        settlement.entities = entities;
        settlement.kinds = kinds();
        settlement.reports = reports(entities);
        settlement.consents = consents(entities);
        return settlement;
    }

    private RouterKinds kinds() {
        return new RouterKinds() {
            @Override
            public RouterKind of(String backend) {
                return new RouterKind() {
                    @Override
                    public String name() {
                        return "test";
                    }

                    @Override
                    public void received(Stored stored, IncomingMessage message) {}

                    @Override
                    public void queued(Batch batch) {}

                    @Override
                    public boolean isEager() {
                        return eager;
                    }
                };
            }
        };
    }

    /** A backend that is only asked how many phones it reaches. */
    private record Phones(int phonesAtOnce) implements Backend {
        @Override
        public List<Outcome> send(OutgoingSms sms) {
            throw new UnsupportedOperationException();
        }
    }

    /** Makes new connections in the test's own transaction: there is no container for another. */
    private static final class TheseConnections extends Connections {

        private final EntityManager entities;

        TheseConnections(EntityManager entities) {
            this.entities = entities;
        }

        @Override
        public List<Connection> lookup(Collection<Connection> phones) {
            return phones.stream().map(p -> lookup(p.getBackend(), p.getIdentity())).toList();
        }

        @Override
        public Connection lookup(String backend, String identity) {
            return entities.createQuery(
                            "select c from Connection c where c.backend = :b and c.identity = :i",
                            Connection.class)
                    .setParameter("b", backend)
                    .setParameter("i", identity)
                    .getResultStream()
                    .findFirst()
                    .orElseGet(
                            () -> {
                                var made = new Connection(backend, identity);
                                entities.persist(made);
                                return made;
                            });
        }
    }
}
