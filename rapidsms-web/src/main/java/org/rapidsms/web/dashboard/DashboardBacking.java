package org.rapidsms.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.rapidsms.app.messagelog.LogFilter;
import org.rapidsms.backend.BackendState;
import org.rapidsms.backend.BackendStates;
import org.rapidsms.backend.Backends;
import org.rapidsms.message.Direction;
import org.rapidsms.queue.DeadLetters;
import org.rapidsms.web.frame.Texts;
import org.rapidsms.web.messagelog.Log;
import org.rapidsms.web.messagelog.LogLine;

/** Behind {@code /}. */
@Named
@RequestScoped
public class DashboardBacking {

    private static final int NEWEST = 5;

    @Inject Figures figures;

    @Inject Log log;

    @Inject Backends backends;

    @Inject BackendStates states;

    @Inject DeadLetters dead;

    @Inject HttpServletRequest request;

    private long incoming;
    private long outgoing;
    private long failed;
    private long waiting;
    private int deadLetters;
    private List<LogLine> newest = List.of();
    private List<BackendState> notSending = List.of();

    public void load() {
        var today = today();
        incoming = figures.messages(Direction.INCOMING, today);
        outgoing = figures.messages(Direction.OUTGOING, today);
        failed = figures.failed(today);
        waiting = figures.waiting();
        notSending = states.notSending();
        deadLetters = isStaff() ? dead.count() : 0;
        newest = log.before(log.prepare(LogFilter.ALL), Long.MAX_VALUE, NEWEST);
    }

    private static Instant today() {
        var zone = ZoneId.systemDefault();
        return LocalDate.now(zone).atStartOfDay(zone).toInstant();
    }

    /** Whether whoever is looking may see what administrators see. */
    public boolean isStaff() {
        return request.isUserInRole("staff");
    }

    /** Messages that came today. */
    public long getIncoming() {
        return incoming;
    }

    /** Messages that left today. */
    public long getOutgoing() {
        return outgoing;
    }

    /** Transmissions of today that went wrong. */
    public long getFailed() {
        return failed;
    }

    /** Transmissions that wait, of whatever day. */
    public long getWaiting() {
        return waiting;
    }

    /**
     * Letters that nobody could deliver, as far as they are counted; none for who may not see them.
     */
    public int getDeadLetters() {
        return deadLetters;
    }

    /** How many letters nobody could deliver. */
    public String getDeadLettersTitle() {
        return Texts.of("someDead", deadLetters);
    }

    /** The newest lines of the message log. */
    public List<LogLine> getNewest() {
        return newest;
    }

    /** The backends that do not send because something is wrong or they were stopped, by name. */
    public List<BackendState> getNotSending() {
        return notSending;
    }

    /** The backends, by name. */
    public List<BackendLine> getBackends() {
        return backends.all().stream().map(b -> new BackendLine(b.name(), b.engine())).toList();
    }

    /** A backend, as the dashboard shows it. */
    public static final class BackendLine {

        private final String name;
        private final String engine;

        BackendLine(String name, String engine) {
            this.name = name;
            this.engine = engine;
        }

        public String getName() {
            return name;
        }

        public String getEngine() {
            return engine;
        }
    }
}
