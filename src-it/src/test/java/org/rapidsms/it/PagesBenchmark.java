package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How much longer pages take over 1,000,000 messages and 100,000 contacts than over 10,000 of each:
 * {@code mvn verify -Dit.test=PagesBenchmark}. Not part of the suite.
 */
@OnServer
class PagesBenchmark {

    private static final int FEW = 10_000;
    private static final int MANY_CONTACTS = 100_000;
    private static final int MANY_MESSAGES = 1_000_000;
    private static final int STEP = 50_000;
    private static final int WARM_UP = 4;
    private static final int REPEATED = 15;

    /** Not a page, but what the page for messages asks while somebody types. */
    private static final String SUGGEST = "suggest: ";

    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/registration/",
                    "/registration/?sort=newest",
                    "/registration/?q=bosco",
                    "/registration/?q=chandiru+997",
                    "/registration/?q=256771000500",
                    "/registration/?q=nobody+at+all",
                    "/registration/?q=nobody+at+all&sort=newest",
                    "/registration/?q=bosco&sort=newest",
                    "/registration/?q=bosco&sort=newest&after=1000000777",
                    "/registration/?q=bosco&after=1000000777",
                    "/registration/?q=bosco&before=1000000776",
                    "/messaging/",
                    SUGGEST + "chandiru 997",
                    SUGGEST + "nobody at all",
                    "/messagelog/",
                    "/messagelog/?text=malaria",
                    "/messagelog/?text=report+9777+malaria",
                    "/messagelog/?text=nothing+like+it",
                    "/messagelog/?who=eshe",
                    "/messagelog/?who=25677100050",
                    "/messagelog/?backend=http&direction=incoming",
                    "/messagelog/?backend=nosuch",
                    "/messagelog/?state=error",
                    "/messagelog/?from=2025-12-01&to=2025-12-02",
                    "/httptester/256770000001/",
                    "/httptester/256771/",
                    "/locations/",
                    "/admin/backends/",
                    "/admin/contacts/",
                    "/admin/contacts/?q=nurse+eshe",
                    "/admin/contacts/?q=nobody",
                    "/admin/connections/?backend=http",
                    "/admin/connections/?q=256771000500",
                    "/admin/messages/",
                    "/admin/messages/?status=INCOMING_RECEIVED",
                    "/admin/messages/?status=OUTGOING_ERRORED",
                    "/admin/messages/?q=nosuch",
                    "/admin/transmissions/",
                    "/admin/transmissions/?status=RECEIVED",
                    "/admin/transmissions/?q=256771000500",
                    "/admin/backend-messages/?q=256771",
                    "/admin/message-log/?q=256771000500",
                    "/admin/users/");

    @Test
    void pagesOverManyRows() {
        var visitor = Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD);
        fill(0, FEW, 0, FEW);
        // Twice, until the server's code is compiled: or many rows would seem cheap.
        measure(visitor);
        measure(visitor);
        var few = measure(visitor);
        fill(FEW, MANY_CONTACTS, FEW, MANY_MESSAGES);
        measure(visitor);
        var many = measure(visitor);
        var slow = new ArrayList<String>();
        for (var page : PAGES) {
            double median = many.get(page).median() / few.get(page).median();
            double fastest = many.get(page).fastest() / few.get(page).fastest();
            System.out.printf(
                    "| `%s` | %.0f | %.0f | %.1f | %.0f | %.0f | %.1f |%n",
                    page,
                    few.get(page).median(),
                    many.get(page).median(),
                    median,
                    few.get(page).fastest(),
                    many.get(page).fastest(),
                    fastest);
            // Not the median: what else the machine does makes some pages slower, but none faster.
            if (fastest > 2) {
                slow.add(page);
            }
        }
        assertThat(slow).isEmpty();
    }

    /** How long a page took, in milliseconds. */
    private record Times(double median, double fastest) {}

    private static void fill(int contacts, int toContacts, int messages, int toMessages) {
        for (int i = contacts; i < toContacts; i += STEP) {
            crowd("contacts %d %d".formatted(i + 1, Math.min(i + STEP, toContacts)));
        }
        for (int i = messages; i < toMessages; i += STEP) {
            int end = Math.min(i + STEP, toMessages);
            crowd("messages %d %d %d".formatted(i + 1, end, toContacts));
        }
    }

    private static void crowd(String what) {
        var answer = Server.post("/backend/http-eager/", "identity", "1", "text", "crowd " + what);
        assertThat(answer.status()).isEqualTo(200);
    }

    private static Map<String, Times> measure(Visitor visitor) {
        var measured = new LinkedHashMap<String, Times>();
        for (var page : PAGES) {
            var times = new long[REPEATED];
            for (int i = -WARM_UP; i < REPEATED; i++) {
                long begin = System.nanoTime();
                var answer = call(visitor, page);
                if (i >= 0) {
                    times[i] = System.nanoTime() - begin;
                }
                assertThat(answer.status()).as(page).isEqualTo(200);
            }
            Arrays.sort(times);
            measured.put(page, new Times(times[REPEATED / 2] / 1e6, times[0] / 1e6));
            System.out.println(page + " " + measured.get(page));
        }
        return measured;
    }

    private static Answer call(Visitor visitor, String page) {
        if (!page.startsWith(SUGGEST)) {
            return visitor.get(page);
        }
        var fields = visitor.hiddenFields("/messaging/");
        fields.put("recipients_query", page.substring(SUGGEST.length()));
        fields.put("jakarta.faces.partial.ajax", "true");
        fields.put("jakarta.faces.source", "recipients");
        fields.put("jakarta.faces.partial.execute", "recipients");
        fields.put("jakarta.faces.partial.render", "recipients");
        fields.put("composer", "composer");
        return visitor.ajax("/messaging/", fields);
    }
}
