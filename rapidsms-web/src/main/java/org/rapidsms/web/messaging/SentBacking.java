package org.rapidsms.web.messaging;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.rapidsms.message.Direction;
import org.rapidsms.message.Journeys;
import org.rapidsms.message.Message;
import org.rapidsms.text.Segments;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.messagelog.State;
import org.rapidsms.web.messagelog.TransmissionLine;
import org.rapidsms.web.messagelog.TransmissionRows;

/** Behind {@code /messaging/MESSAGE-ID/}: how far each recipient of a message was reached. */
@Named
@ViewScoped
public class SentBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PAGE_SIZE = 25;
    private static final int MOST_LOOKS = 900;

    @Inject Journeys journeys;

    @Inject
    @Param(pathIndex = 0)
    String id;

    @Inject
    @Param(pathIndex = 1)
    String surplus;

    @Inject @Param String before;

    @Inject @Param String after;

    private String text;
    private Page<TransmissionLine> page;
    private ArrayList<Count> counts;
    private int looks;

    /** Finds the message of the address, if it names one. */
    public void load() {
        if (isWanted()) {
            var message = journeys.find(id).filter(m -> m.getDirection() == Direction.OUTGOING);
            if (message.isPresent() && surplus == null) {
                text = message.map(Message::getText).orElseThrow();
                read();
            } else {
                Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            }
        }
    }

    /** Shows what has changed. */
    public void look() {
        looks++;
        read();
    }

    private void read() {
        var byState = new EnumMap<State, Long>(State.class);
        journeys.count(id).forEach((s, n) -> byState.merge(State.ofOutgoing(s), n, Long::sum));
        counts = new ArrayList<>();
        byState.forEach((state, number) -> counts.add(new Count(state, number)));
        // After the counts: if those say that all is over, the rows must not be older.
        page = Page.of(new TransmissionRows(journeys, id), before, after, PAGE_SIZE);
    }

    /** Whether the address names a message. */
    public boolean isWanted() {
        return id != null && !id.isEmpty();
    }

    /**
     * Whether there is nothing to wait for: no state will change any more, or nobody did anything
     * here for half an hour; looking on would keep them logged in.
     */
    public boolean isFinished() {
        return looks > MOST_LOOKS || getDone() == getAll();
    }

    /** How many were reached, or never will be. */
    public long getDone() {
        return sum(State.DELIVERED) + sum(State.FAILED);
    }

    private long sum(State state) {
        return counts.stream().filter(c -> c.state() == state).mapToLong(Count::number).sum();
    }

    /** How many it was sent to. */
    public long getAll() {
        return counts.stream().mapToLong(Count::number).sum();
    }

    public String getId() {
        return id;
    }

    public String getText() {
        return text;
    }

    /** What the text costs for each phone. */
    public Segments getSegments() {
        return Segments.of(text);
    }

    public Page<TransmissionLine> getPage() {
        return page;
    }

    /** How many recipients are in which state. */
    public List<Count> getCounts() {
        return counts;
    }

    /** A state, and how many recipients are in it. */
    public record Count(State state, long number) implements Serializable {

        public State getState() {
            return state;
        }

        public long getNumber() {
            return number;
        }
    }
}
