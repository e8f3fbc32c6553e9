package org.rapidsms.backend;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/**
 * How a backend stands: whether it is paused, why, and how fast it may go on.
 *
 * <p>One row each, shared by all nodes. After {@value #BREAKS_AT} failures without a success
 * between them only one text at a time tries whether the gateway is back, later and later: what
 * else waits is not tried in vain, and its gateway is not hammered when it comes back.
 */
@Entity
@Table(name = "backend_state")
public class BackendState {

    /** After so many failures in a row the backend pauses. */
    static final int BREAKS_AT = 5;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration FIRST_ALARM = Duration.ofMinutes(1);
    private static final Duration LONGEST_ALARM = Duration.ofMinutes(15);
    private static final Duration THROTTLED = Duration.ofSeconds(5);
    private static final long NANOS = 1_000_000_000;

    @Id
    @Column(length = 50)
    private String backend;

    @Column(nullable = false)
    private int failures;

    @Column(name = "paused_until")
    private Instant pausedUntil;

    private String problem;

    @Column(nullable = false)
    private boolean stopped;

    @Column(name = "free_at")
    private Instant freeAt;

    /** For JPA only. */
    protected BackendState() {}

    /** A backend of which nothing bad is known. */
    public BackendState(String backend) {
        this.backend = backend;
    }

    /**
     * The gateway did not do its work.
     *
     * @param why what it said
     */
    public void failed(SendException why, Instant now) {
        switch (why.failure()) {
            case THROTTLED -> pause(why.retryAfter().orElse(THROTTLED), why, now);
            case MISCONFIGURED, NO_CREDIT -> {
                failures = Math.max(failures + 1, BREAKS_AT);
                pause(growing(FIRST_ALARM, LONGEST_ALARM), why, now);
            }
            case UNREACHABLE, UNKNOWN -> {
                failures++;
                if (why.retryAfter().isPresent() || isBroken()) {
                    pause(
                            why.retryAfter().orElseGet(() -> growing(FIRST_PAUSE, LONGEST_PAUSE)),
                            why,
                            now);
                }
            }
            case REJECTED, OPTED_OUT -> recovered();
        }
    }

    /**
     * There is no connection to the gateway. That is no pause: whoever has one sends.
     *
     * @param why what it said
     */
    public void disconnected(SendException why) {
        tell(why);
    }

    private void pause(Duration wait, SendException why, Instant now) {
        pausedUntil = now.plus(wait);
        tell(why);
    }

    private void tell(SendException why) {
        // A gateway may say what PostgreSQL does not store.
        problem = (why.failure() + ": " + why.getMessage()).replace("\0", "");
    }

    private Duration growing(Duration first, Duration most) {
        var wait = first.multipliedBy(1L << Math.min(failures - BREAKS_AT, 10));
        return wait.compareTo(most) > 0 ? most : wait;
    }

    /** The gateway has done its work. */
    public void recovered() {
        failures = 0;
        pausedUntil = null;
        problem = null;
    }

    /** Whether something went wrong since the gateway last did its work. */
    public boolean isTroubled() {
        return failures > 0 || pausedUntil != null;
    }

    /** Whether only one text may try if the gateway is back. */
    public boolean isBroken() {
        return failures >= BREAKS_AT;
    }

    public boolean isPaused(Instant now) {
        return pausedUntil != null && pausedUntil.isAfter(now);
    }

    /** Whether anything may be sent now: it does not pause, and nobody has stopped it. */
    public boolean maySend(Instant now) {
        return !stopped && !isPaused(now);
    }

    /** Somebody tries; until then nobody else does. */
    public void tried(Instant until) {
        pausedUntil = until;
    }

    /**
     * How many phones may be sent to now: up to a second's worth at once.
     *
     * @param rate how many in a second
     */
    public int free(int rate, Instant now) {
        return (int) Math.max(0, Duration.between(from(now), now).toNanos() * rate / NANOS);
    }

    /** Takes the right to send to some phones. */
    public void spend(int phones, int rate, Instant now) {
        freeAt = from(now).plusNanos(phones * NANOS / rate);
    }

    private Instant from(Instant now) {
        var full = now.minusSeconds(1);
        return freeAt == null || freeAt.isBefore(full) ? full : freeAt;
    }

    /** Somebody of the staff wants nothing to be sent. */
    void stop() {
        stopped = true;
    }

    /** Whatever was wrong is forgotten: whoever starts a backend wants to see whether it works. */
    void start() {
        stopped = false;
        recovered();
    }

    /** Whether somebody of the staff has stopped it. Only they start it again, no restart does. */
    public boolean isStopped() {
        return stopped;
    }

    /** The backend's name. */
    public String getBackend() {
        return backend;
    }

    /** Until when nothing is sent; null if nothing is in the way. May be past. */
    public Instant getPausedUntil() {
        return pausedUntil;
    }

    /** Why nothing is sent, in the gateway's words where it had any; null if that is not known. */
    public String getProblem() {
        return problem;
    }
}
