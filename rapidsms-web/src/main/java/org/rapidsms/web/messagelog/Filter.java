package org.rapidsms.web.messagelog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.rapidsms.app.messagelog.LogFilter;
import org.rapidsms.message.Direction;
import org.rapidsms.web.frame.Texts;

/**
 * Which lines of the message log are wanted, as it stands in the address of a page. What makes no
 * sense there counts as not said.
 */
public final class Filter {

    private static final int LONGEST = 200;

    private final String text;
    private final String who;
    private final String backend;
    private final Direction direction;
    private final State state;
    private final LocalDate from;
    private final LocalDate to;

    /**
     * Reads an address.
     *
     * @param parameters gives the value of a parameter, or null
     */
    Filter(UnaryOperator<String> parameters) {
        text = words(parameters.apply("text"));
        who = words(parameters.apply("who"));
        backend = words(parameters.apply("backend"));
        direction = direction(words(parameters.apply("direction")));
        state = State.named(words(parameters.apply("state"))).orElse(null);
        from = day(words(parameters.apply("from")));
        to = day(words(parameters.apply("to")));
    }

    private static String words(String value) {
        var words = value == null ? "" : value.replace("\0", "").strip();
        return words.substring(0, Math.min(words.length(), LONGEST));
    }

    private static Direction direction(String word) {
        return switch (word) {
            case "incoming" -> Direction.INCOMING;
            case "outgoing" -> Direction.OUTGOING;
            default -> null;
        };
    }

    private static LocalDate day(String word) {
        try {
            // Only what a database can hold, too.
            return word.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? LocalDate.parse(word) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The same for the database; days begin at midnight in a time zone. */
    LogFilter in(ZoneId zone) {
        return new LogFilter(
                text.isEmpty() ? null : text,
                who.isEmpty() ? null : who,
                backend.isEmpty() ? null : backend,
                direction,
                state == null ? null : state.reached(),
                from == null ? null : midnight(from, zone),
                to == null ? null : midnight(to.plusDays(1), zone));
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** Whether every line is wanted. */
    public boolean isAll() {
        return getQuery().isEmpty();
    }

    /** What stands in an address for it: each parameter before an ampersand. */
    public String getQuery() {
        return parameter("text", text)
                + parameter("who", who)
                + parameter("backend", backend)
                + parameter("direction", getDirection())
                + parameter("state", getState())
                + parameter("from", getFrom())
                + parameter("to", getTo());
    }

    private static String parameter(String name, String value) {
        return value.isEmpty()
                ? ""
                : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&";
    }

    /** What it says, for people. */
    public String getWords() {
        var said = new ArrayList<String>();
        say(said, text, Texts.of("filterText", text));
        say(said, who, Texts.of("filterWho", who));
        say(said, backend, Texts.of("filterBackend", backend));
        say(said, getDirection(), direction == null ? "" : Texts.of(getDirection()));
        say(said, getState(), state == null ? "" : Texts.of(state.getWord()));
        say(said, getFrom(), Texts.of("filterFrom", getFrom()));
        say(said, getTo(), Texts.of("filterTo", getTo()));
        return String.join(" · ", said);
    }

    private static void say(List<String> said, String value, String words) {
        if (!value.isEmpty()) {
            said.add(words);
        }
    }

    public String getText() {
        return text;
    }

    public String getWho() {
        return who;
    }

    public String getBackend() {
        return backend;
    }

    /** {@code incoming}, {@code outgoing} or nothing. */
    public String getDirection() {
        return direction == null ? "" : direction == Direction.INCOMING ? "incoming" : "outgoing";
    }

    /** The word of a state, or nothing. */
    public String getState() {
        return Optional.ofNullable(state).map(State::getWord).orElse("");
    }

    /** The first day, or nothing. */
    public String getFrom() {
        return from == null ? "" : from.toString();
    }

    /** The last day, or nothing. */
    public String getTo() {
        return to == null ? "" : to.toString();
    }
}
