package org.rapidsms.router;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.message.OutgoingMessage;

/** The calls to a gateway that some transmissions come to: one for each message and its phones. */
final class Calls {

    private final int phonesAtOnce;
    private final Instant until;
    private final boolean troubled;
    private final List<Claim> calls = new ArrayList<>();

    /** What is to be said, to whom, and how often that has been begun. */
    private record Row(long id, int attempt, long message, String identity, Tuple columns) {

        static Row of(Tuple columns) {
            return new Row(
                    columns.get(0, Long.class),
                    columns.get(1, Integer.class),
                    columns.get(2, Long.class),
                    columns.get(3, String.class),
                    columns);
        }

        OutgoingSms sms(List<String> identities) {
            return new OutgoingSms(
                    columns.get(4, String.class),
                    columns.get(5, String.class),
                    identities,
                    context());
        }

        private Map<String, String> context() {
            var context = new HashMap<String, String>();
            context.put(OutgoingMessage.IN_RESPONSE_TO, columns.get(6, String.class));
            context.put(OutgoingMessage.EXTERNAL_ID, columns.get(7, String.class));
            context.values().removeIf(value -> value == null);
            return context;
        }
    }

    private Calls(int phonesAtOnce, Instant until, boolean troubled) {
        this.phonesAtOnce = phonesAtOnce;
        this.until = until;
        this.troubled = troubled;
    }

    static List<Claim> of(
            EntityManager entities,
            List<Long> transmissions,
            int phonesAtOnce,
            Instant until,
            boolean troubled) {
        var byMessage = new LinkedHashMap<Long, List<Row>>();
        // In the order in which they were taken on, answers first.
        var rows = new HashMap<Long, Row>();
        read(entities, transmissions).forEach(row -> rows.put(row.id(), row));
        transmissions.stream()
                .map(rows::get)
                .forEach(
                        row ->
                                byMessage
                                        .computeIfAbsent(row.message(), m -> new ArrayList<>())
                                        .add(row));
        var calls = new Calls(phonesAtOnce, until, troubled);
        byMessage.values().forEach(calls::add);
        return calls.calls;
    }

    private static List<Row> read(EntityManager entities, List<Long> transmissions) {
        return entities.createQuery(
                        "select t.id, t.attempts, m.id, c.identity, m.messageId, m.text,"
                                + " a.messageId, a.externalId from Transmission t"
                                + " join t.message m join t.connection c"
                                + " left join m.inResponseTo a where t.id in :ids",
                        Tuple.class)
                .setParameter("ids", transmissions)
                .getResultStream()
                .map(Row::of)
                .toList();
    }

    private void add(List<Row> ofOneMessage) {
        for (int i = 0; i < ofOneMessage.size(); ) {
            int end = (int) Math.min(ofOneMessage.size(), (long) i + phonesAtOnce);
            call(ofOneMessage.subList(i, end));
            i = end;
        }
    }

    private void call(List<Row> rows) {
        var attempts = new LinkedHashMap<Long, Integer>();
        rows.forEach(row -> attempts.put(row.id(), row.attempt()));
        var identities = rows.stream().map(Row::identity).toList();
        calls.add(
                new Claim(
                        rows.get(0).sms(identities),
                        rows.get(0).message(),
                        attempts,
                        until,
                        troubled));
    }
}
