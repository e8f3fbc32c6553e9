package org.rapidsms.it.stranger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.rapidsms.app.App;
import org.rapidsms.message.IncomingMessage;

/**
 * Fills the database for {@code PagesBenchmark}: {@code crowd contacts 1 10000} stores so many
 * contacts, {@code crowd messages 1 50000 10000} messages of the first 10,000 of them.
 */
@ApplicationScoped
public class Crowd implements App {

    /** Beyond all numbers that the sequences give in a benchmark. */
    private static final long FIRST = 1_000_000_000;

    private static final String PERSON =
            "'%s ' || ARRAY['Achieng', 'Bosco', 'Chandiru', 'Dembe', 'Eshe'][1 + MOD(x, 5)]"
                    + " || ' ' || x";

    @PersistenceContext(unitName = "rapidsms")
    EntityManager entities;

    @Override
    public boolean handle(IncomingMessage message) {
        var words = message.text().split(" ");
        if (!words[0].equals("crowd")) {
            return false;
        }
        int from = Integer.parseInt(words[2]);
        int to = Integer.parseInt(words[3]);
        if (words[1].equals("contacts")) {
            contacts(from, to);
        } else {
            messages(from, to, Integer.parseInt(words[4]));
        }
        return true;
    }

    private void messages(int from, int to, int contacts) {
        insert(
                "message (id, message_id, direction, status, backend, text, handled_by, date)",
                "LPAD(TO_CHAR(x), 32, '0'), 'I', 'R', 'http', " + text() + ", 'echo', " + date(),
                from,
                to);
        insert(
                "transmission (id, message_id, connection_id, status, date)",
                FIRST + " + x, " + FIRST + " + 1 + MOD(x, " + contacts + "), 'R', " + date(),
                from,
                to);
        insert(
                "message_log (id, message_id, direction, backend, identity, contact_id, text, date)",
                "LPAD(TO_CHAR(x), 32, '0'), 'I', 'http', '25677' || (1000000 + MOD(x, %d)), %d + 1 + MOD(x, %d), "
                                .formatted(contacts, FIRST, contacts)
                        + text()
                        + ", "
                        + date(),
                from,
                to);
        insert(
                "backend_message (id, name, date, direction, message_id, external_id, identity, text)",
                "'message_tester', "
                        + date()
                        + ", 'I', LPAD(TO_CHAR(x), 32, '0'), '', '25677' || MOD(x, 20), "
                        + text(),
                from,
                to);
    }

    private void contacts(int from, int to) {
        var name = PERSON.formatted("Nurse");
        var key = "LOWER(%s) || ' 25677' || (1000000 + x) || ' http'".formatted(name);
        insert(
                "contact (id, name, name_key, search_key, language, created_on, modified_on)",
                "%s, LOWER(%s), %s, '', CURRENT_TIMESTAMP, CURRENT_TIMESTAMP"
                        .formatted(name, name, key),
                from,
                to);
        insert(
                "connection (id, backend, identity, contact_id, search_key, created_on, modified_on)",
                "'http', '25677' || (1000000 + x), %d + x, %s, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP"
                        .formatted(FIRST, key),
                from,
                to);
    }

    private static String text() {
        return "'weekly report ' || x || ' malaria ' || MOD(x, 97) || ' cholera ' || MOD(x, 13)";
    }

    /** The newest now, each one a minute before the next. */
    private static String date() {
        return "DATEADD('MINUTE', x - 1000000, CURRENT_TIMESTAMP)";
    }

    private void insert(String columns, String values, int from, int to) {
        entities.createNativeQuery(
                        "INSERT INTO %s SELECT %d + x, %s FROM SYSTEM_RANGE(%d, %d)"
                                .formatted(columns, FIRST, values, from, to))
                .executeUpdate();
    }
}
