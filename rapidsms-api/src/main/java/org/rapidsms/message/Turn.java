package org.rapidsms.message;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an app did with a message when its turn came. Turns in which nothing happened are not
 * remembered: most apps pass over most messages.
 *
 * @param phase in which it was asked; {@link Phase#OUTGOING} is about an answer to the message
 * @param app its name, and after a slash the name of what it asked in its turn, such as {@code
 *     handlers/echo}
 * @param deed what it did
 * @param answers how many answers it gave
 */
public record Turn(Phase phase, String app, Deed deed, int answers) {

    /** The longest name of an app that is stored. */
    public static final int NAME_LENGTH = 100;

    private static final int MOST = 100;

    /** What an app can do; the last of these that is true is told. */
    public enum Deed {
        /** It answered, and left the rest to others. */
        ANSWERED,
        /** It changed the text. */
        CHANGED,
        /** It said that no other app need be asked. */
        HANDLED,
        /** It held the message, or the answer, back. */
        DROPPED,
        /** It threw something. */
        FAILED
    }

    public Turn {
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(deed, "deed");
        app = StorableText.of(app).replaceAll("\\p{Cntrl}", " ");
    }

    /** As much of an app's name as is stored: their authors choose them as long as they like. */
    public static String nameOf(String app) {
        return app == null || app.length() <= NAME_LENGTH
                ? app
                : StorableText.of(app.substring(0, NAME_LENGTH));
    }

    /** The app that held an incoming message back; null if none did. */
    static String filteredBy(List<Turn> turns) {
        return turns.stream()
                .filter(turn -> turn.phase() == Phase.FILTER && turn.deed() == Deed.DROPPED)
                .map(Turn::app)
                .findFirst()
                .orElse(null);
    }

    /** One line for each turn, at most a hundred. */
    public static String write(Collection<Turn> turns) {
        return turns.stream().limit(MOST).map(Turn::line).collect(Collectors.joining("\n"));
    }

    /** What {@link #write} wrote; a line that makes no sense is passed over. */
    static List<Turn> read(String lines) {
        return lines.lines().map(Turn::ofLine).flatMap(Optional::stream).toList();
    }

    private String line() {
        return "%s %s %d %s".formatted(word(phase), word(deed), answers, app);
    }

    private static Optional<Turn> ofLine(String line) {
        var words = line.split(" ", 4);
        try {
            return Optional.of(
                    new Turn(
                            Phase.valueOf(words[0].toUpperCase(Locale.ROOT)),
                            words[3],
                            Deed.valueOf(words[1].toUpperCase(Locale.ROOT)),
                            Integer.parseInt(words[2])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
