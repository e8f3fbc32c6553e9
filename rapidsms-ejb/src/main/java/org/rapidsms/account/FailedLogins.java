package org.rapidsms.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Lets an account rest after too many wrong passwords, so that nobody can try out a dictionary
 * (OWASP ASVS 6.3.1). Names that nobody has rest too: whether a name exists is not told.
 */
@ApplicationScoped
public class FailedLogins {

    /** So many wrong passwords are let pass. */
    static final int TRIES = 5;

    /** For so long are they remembered, and so long does the account rest. */
    static final Duration MEMORY = Duration.ofMinutes(5);

    private static final int MOST_NAMES = 10_000;

    private final Map<String, Deque<Instant>> failures = new ConcurrentHashMap<>();
    private final Clock clock;

    /** By the server's clock. */
    public FailedLogins() {
        this(Clock.systemUTC());
    }

    FailedLogins(Clock clock) {
        this.clock = clock;
    }

    /** Whether this account rests now: even its right password is refused. */
    public boolean rests(String username) {
        var remembered = failures.get(key(username));
        if (remembered == null) {
            return false;
        }
        synchronized (remembered) {
            forgetOld(remembered);
            return remembered.size() >= TRIES;
        }
    }

    /** A wrong password was tried. */
    public void failed(String username) {
        if (failures.size() >= MOST_NAMES) {
            failures.values().removeIf(this::isOld);
        }
        var remembered = failures.computeIfAbsent(key(username), name -> new ArrayDeque<>());
        synchronized (remembered) {
            forgetOld(remembered);
            remembered.addLast(clock.instant());
        }
    }

    /** The right password was given. */
    public void succeeded(String username) {
        failures.remove(key(username));
    }

    private boolean isOld(Deque<Instant> remembered) {
        synchronized (remembered) {
            forgetOld(remembered);
            return remembered.isEmpty();
        }
    }

    private void forgetOld(Deque<Instant> remembered) {
        var before = clock.instant().minus(MEMORY);
        while (!remembered.isEmpty() && !remembered.peekFirst().isAfter(before)) {
            remembered.removeFirst();
        }
    }

    private static String key(String username) {
        return username.toLowerCase(Locale.ROOT);
    }
}
