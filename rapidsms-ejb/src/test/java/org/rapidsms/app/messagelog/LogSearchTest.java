package org.rapidsms.app.messagelog;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.app.messagelog.LogFilter.Reached;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.Recipients;
import org.rapidsms.message.Direction;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Message;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Status;
import org.rapidsms.message.Transmission;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** The message log's filters, on real databases. */
class LogSearchTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private final String backend = Some.text();
    private final Connection ann = new Connection(backend, "+1155501");
    private final Connection nobody = new Connection(backend, "+1155502");
    private final IncomingMessage asked = new IncomingMessage(ann, "How 100% UP?");
    private final OutgoingMessage told = new OutgoingMessage(List.of(ann, nobody), "Thank_you");

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsByWhatWasSaidAndByWhom(TestDatabase database) {
        store(database);
        assertThat(find(database, text("100% up"))).containsExactly("How 100% UP?");
        assertThat(find(database, text("100_ up"))).isEmpty();
        assertThat(find(database, who("okot"))).containsExactly("Thank_you", "How 100% UP?");
        assertThat(find(database, who("5502"))).containsExactly("Thank_you");
        assertThat(find(database, direction(Direction.INCOMING))).containsExactly("How 100% UP?");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsByHowFarEachPhoneWasReached(TestDatabase database) {
        store(database);
        assertThat(find(database, reached(Direction.OUTGOING, Status.SENT, null))).hasSize(1);
        assertThat(find(database, reached(Direction.OUTGOING, Status.ERRORED, null))).hasSize(1);
        assertThat(find(database, reached(Direction.OUTGOING, Status.DELIVERED, null))).isEmpty();
        assertThat(find(database, reached(null, Status.QUEUED, null))).isEmpty();
        assertThat(find(database, reached(null, Status.RECEIVED, null))).hasSize(1);
        assertThat(find(database, reached(Direction.INCOMING, Status.RECEIVED, true))).hasSize(1);
        assertThat(find(database, reached(Direction.INCOMING, Status.RECEIVED, false))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsByTime(TestDatabase database) {
        store(database);
        var now = Instant.now();
        assertThat(find(database, time(now.minusSeconds(60), now.plusSeconds(60)))).hasSize(3);
        assertThat(find(database, time(now.plusSeconds(60), null))).isEmpty();
        assertThat(find(database, time(null, now.minusSeconds(60)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void goesOnFromAKey(TestDatabase database) {
        store(database);
        var all = before(database, LogFilter.ALL, Long.MAX_VALUE);
        long middle = all.get(1);
        assertThat(before(database, LogFilter.ALL, middle)).containsExactly(all.get(2));
        assertThat(after(database, LogFilter.ALL, middle)).containsExactly(all.get(0));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void looksAtSoManyLinesAndSaysHowFar(TestDatabase database) {
        store(database);
        database.run(
                entities -> {
                    var search = search(entities, 2);
                    var wanted = search.prepare(ours(text("100% up")));
                    assertThat(search.before(wanted, Long.MAX_VALUE, 9)).isEmpty();
                    long end = search.horizonBefore(wanted, Long.MAX_VALUE).orElseThrow();

                    var found = search.before(wanted, end, 9);
                    assertThat(found).extracting(LogEntry::getText).containsExactly("How 100% UP?");
                    assertThat(ids(found)).containsExactly(end - 1);
                    assertThat(ids(search.after(wanted, end - 2, 9))).containsExactly(end - 1);
                    assertThat(search.horizonAfter(wanted, end - 2)).hasValue(end);
                    assertThat(search.horizonAfter(wanted, end - 1)).isEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatAnIndexLeadsToIsLookedForAtOnce(TestDatabase database) {
        store(database);
        database.run(
                entities -> {
                    var search = search(entities, 1);
                    var byPhone = search.prepare(ours(who("okot")));
                    assertThat(search.before(byPhone, Long.MAX_VALUE, 9))
                            .extracting(LogEntry::getText)
                            .containsExactly("Thank_you", "How 100% UP?");
                    assertThat(search.horizonBefore(byPhone, Long.MAX_VALUE)).isEmpty();
                    var all = search.prepare(ours(LogFilter.ALL));
                    assertThat(search.before(all, Long.MAX_VALUE, 9)).hasSize(3);
                    assertThat(search.horizonBefore(all, 2)).isEmpty();
                });
    }

    private void store(TestDatabase database) {
        var contact = new Contact("Ann Okot");
        ann.assignTo(contact);
        var now = Instant.now();
        var question = Message.incoming(asked, null, now);
        question.received("echo", now);
        var answer = Message.outgoing(told, question, now);
        var sent = new Transmission(answer, ann, now);
        sent.sent(null, now);
        var failed = new Transmission(answer, nobody, now);
        failed.errored("no such number", now);
        database.run(
                entities -> {
                    Stream.of(contact, ann, nobody, question, answer, sent, failed)
                            .forEach(entities::persist);
                    var log = new MessageLog();
                    log.entities = entities;
                    log.parse(asked);
                    log.outgoing(told);
                });
    }

    private List<String> find(TestDatabase database, LogFilter filter) {
        return database.ask(e -> texts(search(e), ours(filter)));
    }

    private static List<String> texts(LogSearch search, LogFilter filter) {
        return search.before(search.prepare(filter), Long.MAX_VALUE, 9).stream()
                .map(LogEntry::getText)
                .toList();
    }

    private List<Long> before(TestDatabase database, LogFilter filter, long key) {
        return database.ask(e -> ids(search(e).before(search(e).prepare(ours(filter)), key, 9)));
    }

    private List<Long> after(TestDatabase database, LogFilter filter, long key) {
        return database.ask(e -> ids(search(e).after(search(e).prepare(ours(filter)), key, 9)));
    }

    /** The databases are shared by all tests. */
    private LogFilter ours(LogFilter f) {
        return new LogFilter(
                f.text(), f.who(), backend, f.direction(), f.reached(), f.from(), f.until());
    }

    private static List<Long> ids(List<LogEntry> entries) {
        return entries.stream().map(LogEntry::getId).toList();
    }

    private static LogFilter text(String text) {
        return new LogFilter(text, null, null, null, null, null, null);
    }

    private static LogFilter who(String who) {
        return new LogFilter(null, who, null, null, null, null, null);
    }

    private static LogFilter direction(Direction direction) {
        return new LogFilter(null, null, null, direction, null, null, null);
    }

    private static LogFilter time(Instant from, Instant until) {
        return new LogFilter(null, null, null, null, null, from, until);
    }

    private static LogFilter reached(Direction direction, Status status, Boolean handled) {
        var reached = new Reached(direction, Set.of(status), handled);
        return new LogFilter(null, null, null, null, reached, null, null);
    }

    private static LogSearch search(EntityManager entities) {
        return search(entities, LogSearch.LOOKS_AT);
    }

    private static LogSearch search(EntityManager entities, int looksAt) {
        var search = new LogSearch(looksAt);
        search.entities = entities;
        search.recipients = new Recipients(entities);
        return search;
    }
}
