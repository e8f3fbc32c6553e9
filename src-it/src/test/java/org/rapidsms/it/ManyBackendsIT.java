package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rapidsms.it.FlakyGateway.Mood;

/** One server carries fifteen backends and more, of many engines; one of them may be dead. */
@OnServer
class ManyBackendsIT {

    private static final FlakyGateway DEAD = FlakyGateway.GATEWAY;

    /** Enough to keep every call busy that the dead one may have at once, and many times so. */
    private static final int WAITING = 200;

    /** So many texts by each of the others, before and while it is dead. */
    private static final int TEXTS = 10;

    /** What a busy machine may do to a time; waiting for a dead gateway would do far more. */
    private static final int SLOWED = 5;

    @BeforeEach
    void forgetOthers() {
        DEAD.forget();
    }

    @AfterEach
    void recover() {
        DEAD.is(Mood.WELL);
        await().atMost(ofSeconds(120)).until(() -> DEAD.taken().size() >= WAITING);
    }

    @Test
    void oneThatIsDeadCostsTheOthersNothing() {
        var page = Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD).get("/backends/").body();
        assertThat(page.split("href=\"/backends/[^/\"]+/\"").length - 1)
                .as("how many backends there are")
                .isGreaterThanOrEqualTo(15);
        long usual = allAnswer(1);

        DEAD.is(Mood.HANGING);
        for (int i = 0; i < WAITING; i++) {
            Server.post(
                    "/backend/flaky/",
                    "identity",
                    String.valueOf(15_790_000 + i),
                    "text",
                    "echo x");
        }
        await().atMost(ofSeconds(60)).until(() -> DEAD.calls(Mood.HANGING) >= 2);

        assertThat(allAnswer(2)).isLessThan(SLOWED * usual);
        assertThat(DEAD.taken()).as("it is still dead").isEmpty();
    }

    /**
     * Texts come by all of the others, and are answered.
     *
     * @return how many nanoseconds that takes
     */
    private static long allAnswer(int round) {
        long start = System.nanoTime();
        var phones =
                IntStream.range(0, TEXTS)
                        .mapToObj(i -> String.valueOf(15_780_000 + 100 * round + i))
                        .toList();
        phones.forEach(ManyBackendsIT::textFrom);
        await().atMost(ofSeconds(60))
                .until(() -> phones.stream().allMatch(ManyBackendsIT::isAnswered));
        return System.nanoTime() - start;
    }

    private static void textFrom(String phone) {
        var text = "echo to " + phone;
        Server.post("/backend/http/", "identity", phone, "text", text);
        Server.post("/backend/http-eager/", "identity", phone, "text", text);
        Server.post("/backend/jasmin/", "id", "many-" + phone, "from", phone, "content", text);
        SmsCentre.HERE.deliver(phone, text);
        Server.post(
                "/backend/africastalking/?secret=" + Server.escaped(Vendors.SECRET),
                "id",
                "many-" + phone,
                "from",
                phone,
                "text",
                text);
        Server.post(
                "/backend/smssync/",
                "from",
                phone,
                "message",
                text,
                "message_id",
                "many-" + phone,
                "secret",
                "for tests");
        Server.postWith(
                "Authorization",
                "Basic dnVtaTpzZWNyZXQ=",
                "/backend/vumi/",
                "application/json",
                ("{\"message_id\":\"many-%s\",\"content\":\"%s\",\"from_addr\":\"%s\","
                                + "\"to_addr\":\"789\",\"transport_name\":\"smpp\","
                                + "\"transport_type\":\"sms\",\"session_event\":null}")
                        .formatted(phone, text, phone));
    }

    private static boolean isAnswered(String phone) {
        var words = "to " + phone;
        return FakeGateway.QUEUED.textsTo(phone).equals(List.of(words))
                && FakeGateway.EAGER.textsTo(phone).equals(List.of(words))
                && JasminGateway.GATEWAY.textsTo(phone).equals(List.of(words))
                && SmsCentre.HERE.textsTo(phone).size() == 1
                && Vendors.APIS.textsTo(phone).size() == 1
                && FakeRelay.VUMI.bodies().stream().anyMatch(body -> body.contains(words));
    }
}
