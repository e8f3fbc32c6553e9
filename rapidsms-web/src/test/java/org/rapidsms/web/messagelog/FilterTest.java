package org.rapidsms.web.messagelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rapidsms.app.messagelog.LogFilter;
import org.rapidsms.app.messagelog.LogFilter.Reached;
import org.rapidsms.message.Direction;
import org.rapidsms.message.Status;

class FilterTest {

    private static final ZoneId KAMPALA = ZoneId.of("Africa/Kampala");

    @Test
    void nothingSaidIsEveryLine() {
        var filter = new Filter(name -> null);

        assertThat(filter.isAll()).isTrue();
        assertThat(filter.in(KAMPALA)).isEqualTo(LogFilter.ALL);
    }

    @Test
    void readsAllParameters() {
        var filter =
                filter(
                        Map.of(
                                "text", " dengue & co ",
                                "who", "ann",
                                "backend", "kannel",
                                "direction", "incoming",
                                "state", "notUnderstood",
                                "from", "2026-11-20",
                                "to", "2026-11-20"));

        assertThat(filter.in(KAMPALA))
                .isEqualTo(
                        new LogFilter(
                                "dengue & co",
                                "ann",
                                "kannel",
                                Direction.INCOMING,
                                new Reached(Direction.INCOMING, Set.of(Status.RECEIVED), false),
                                Instant.parse("2026-11-19T21:00:00Z"),
                                Instant.parse("2026-11-20T21:00:00Z")));
        assertThat(filter.getQuery())
                .isEqualTo(
                        "text=dengue+%26+co&who=ann&backend=kannel&direction=incoming"
                                + "&state=notUnderstood&from=2026-11-20&to=2026-11-20&");
    }

    @Test
    void whatMakesNoSenseIsPassedOver() {
        var filter =
                filter(
                        Map.of(
                                "text", "  ",
                                "direction", "sideways",
                                "state", "HANDLED",
                                "from", "2026-02-30",
                                "to", "yesterday"));

        assertThat(filter.isAll()).isTrue();
    }

    @Test
    void whatNoDatabaseTakesIsLeftOut() {
        assertThat(filter(Map.of("text", "a\0b")).getText()).isEqualTo("ab");
        assertThat(filter(Map.of("who", "x".repeat(9999))).getWho()).hasSize(200);
    }

    @Test
    void everyStateIsFoundByItsWord() {
        assertThat(State.inLog())
                .hasSizeGreaterThan(5)
                .allSatisfy(s -> assertThat(State.named(s.getWord())).contains(s));
    }

    private static Filter filter(Map<String, String> parameters) {
        return new Filter(parameters::get);
    }
}
