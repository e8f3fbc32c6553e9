package org.rapidsms.web.messagelog;

import java.io.Serializable;
import java.time.Instant;
import org.rapidsms.app.messagelog.LogEntry;
import org.rapidsms.message.Direction;

/** One line of the message log, as pages show it. */
public final class LogLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long id;
    private final String messageId;
    private final Direction direction;
    private final String name;
    private final String identity;
    private final String backend;
    private final String text;
    private final Instant date;
    private final State state;

    /**
     * @param state null if it is not known any more
     */
    LogLine(LogEntry entry, State state) {
        this.id = entry.getId();
        this.messageId = entry.getMessageId();
        this.direction = entry.getDirection();
        this.name = entry.getContact() == null ? "" : entry.getContact().getName();
        this.identity = entry.getIdentity();
        this.backend = entry.getBackend();
        this.text = entry.getText();
        this.date = entry.getDate();
        this.state = state;
    }

    public long getId() {
        return id;
    }

    /** The name of its message. */
    public String getMessageId() {
        return messageId;
    }

    public Direction getDirection() {
        return direction;
    }

    /** The name of whoever owned the phone; empty if it is not known. */
    public String getName() {
        return name;
    }

    public String getIdentity() {
        return identity;
    }

    public String getBackend() {
        return backend;
    }

    public String getText() {
        return text;
    }

    public Instant getDate() {
        return date;
    }

    public State getState() {
        return state;
    }

    /** Whether it went wrong, so that somebody should look. */
    public boolean isBad() {
        return state == State.FAILED || state == State.ERROR;
    }
}
