package org.rapidsms.web.messagelog;

import static org.rapidsms.message.Direction.INCOMING;
import static org.rapidsms.message.Direction.OUTGOING;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rapidsms.app.messagelog.LogFilter.Reached;
import org.rapidsms.message.Message;
import org.rapidsms.message.Status;

/** How far a message has come, in the words, icons and colours of pages. */
public enum State {
    HANDLED("handled", "check", "ok", new Reached(INCOMING, Set.of(Status.RECEIVED), true)),
    NOT_UNDERSTOOD(
            "notUnderstood", "dash", "warn", new Reached(INCOMING, Set.of(Status.RECEIVED), false)),
    FILTERED("filtered", "dash", "calm", null),
    ERROR("error", "x", "bad", new Reached(INCOMING, Set.of(Status.ERRORED), null)),
    QUEUED(
            "queued",
            "ring",
            "calm",
            new Reached(null, Set.of(Status.QUEUED, Status.PROCESSING), null)),
    SENT("sent", "check", "info", new Reached(OUTGOING, Set.of(Status.SENT), null)),
    DELIVERED("delivered", "checks", "ok", new Reached(OUTGOING, Set.of(Status.DELIVERED), null)),
    FAILED("failed", "x", "bad", new Reached(OUTGOING, Set.of(Status.ERRORED), null));

    private final String word;
    private final String icon;
    private final String tone;
    private final Reached reached;

    State(String word, String icon, String tone, Reached reached) {
        this.word = word;
        this.icon = icon;
        this.tone = tone;
        this.reached = reached;
    }

    /** The state of an incoming message. */
    public static State ofIncoming(Message message) {
        return switch (message.getStatus()) {
            case RECEIVED -> ofReceived(message);
            case ERRORED -> ERROR;
            default -> QUEUED;
        };
    }

    private static State ofReceived(Message message) {
        if (message.getHandledBy() != null) {
            return HANDLED;
        }
        return message.getFilteredBy() == null ? NOT_UNDERSTOOD : FILTERED;
    }

    /** The state of an outgoing message on its way to one phone. */
    public static State ofOutgoing(Status transmission) {
        return switch (transmission) {
            case SENT -> SENT;
            case DELIVERED -> DELIVERED;
            case ERRORED -> FAILED;
            default -> QUEUED;
        };
    }

    /** Those that messages of the log may be in; what is filtered out is not logged. */
    static Stream<State> inLog() {
        return Arrays.stream(values()).filter(state -> state.reached != null);
    }

    /** The state of this word, if there is one. */
    static Optional<State> named(String word) {
        return inLog().filter(state -> state.word.equals(word)).findFirst();
    }

    /** The same for the database; null if the database is not asked for it. */
    Reached reached() {
        return reached;
    }

    /** The key of its word in {@code text.properties}. */
    public String getWord() {
        return word;
    }

    public String getIcon() {
        return icon;
    }

    /** The colour: ok, info, warn, bad or calm. */
    public String getTone() {
        return tone;
    }
}
