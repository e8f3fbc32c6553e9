package org.rapidsms.router;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.schema.Sql;

/** The calls to a gateway that some transmissions come to: one for each message and its phones. */
final class Calls {

    private final int phonesAtOnce;
    private final Instant until;
    private final boolean troubled;
    private final List<Claim> calls = new ArrayList<>();

    /** What is to be said, to whom, and how often that has been begun. */
    private record Row(
            long id,
            int attempt,
            long message,
            String identity,
            String messageId,
            String text,
            Map<String, String> context) {

        static Row of(ResultSet row) throws SQLException {
            var context = new HashMap<String, String>();
            context.put(OutgoingMessage.IN_RESPONSE_TO, row.getString(7));
            context.put(OutgoingMessage.EXTERNAL_ID, row.getString(8));
            context.values().removeIf(Objects::isNull);
            return new Row(
                    row.getLong(1),
                    row.getInt(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    context);
        }

        OutgoingSms sms(List<String> identities) {
            return new OutgoingSms(messageId, text, identities, context);
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
        return Sql.in(entities)
                .query(
                        "select t.id, t.attempts, m.id, c.identity, m.message_id, m.text,"
                                + " a.message_id, a.external_id from transmission t"
                                + " join message m on m.id = t.message_id"
                                + " join connection c on c.id = t.connection_id"
                                + " left join message a on a.id = m.in_response_to_id"
                                + " where t.id = any(?)",
                        Row::of,
                        transmissions);
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
