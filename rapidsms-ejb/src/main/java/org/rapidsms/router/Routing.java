package org.rapidsms.router;

import static org.rapidsms.app.Verdict.DROP;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Phase;
import org.rapidsms.message.Turn;
import org.rapidsms.message.Turn.Deed;

/** What the apps did with one message. */
public final class Routing {

    private final IncomingMessage incoming;
    private final List<Turn> trail = new ArrayList<>();
    private final Set<String> failedApps = new LinkedHashSet<>();
    private Phase phase;
    private String message;
    private Supplier<String> text;
    private String textBefore;
    private int answersBefore;
    private boolean handledBefore;

    /**
     * @param incoming the message that may be answered; null for one to phones
     */
    Routing(IncomingMessage incoming) {
        this.incoming = incoming;
    }

    /** Another phase begins, for the incoming message or for one of its answers. */
    Routing in(Phase phase, String message, Supplier<String> text) {
        this.phase = phase;
        this.message = message;
        this.text = text;
        return this;
    }

    /** The name of the message that the phase is about. */
    String message() {
        return message;
    }

    /** An app is about to be asked. */
    void begins(String app) {
        textBefore = text.get();
        if (incoming != null) {
            answersBefore = incoming.responses().size();
            handledBefore = incoming.handled();
            incoming.turnOf(app);
        }
    }

    /**
     * An app has had its turn.
     *
     * @param said what its phase returned
     */
    void ends(String app, Object said) {
        if (said == DROP) {
            remember(app, Deed.DROPPED);
        } else if (Boolean.TRUE.equals(said) || isHandledNow()) {
            remember(app, Deed.HANDLED);
        } else if (!text.get().equals(textBefore)) {
            remember(app, Deed.CHANGED);
        } else if (answers() > 0) {
            remember(app, Deed.ANSWERED);
        }
        done();
    }

    void fails(String app) {
        failedApps.add(app);
        remember(app, Deed.FAILED);
        done();
    }

    private void remember(String app, Deed deed) {
        var who = Optional.ofNullable(incoming).flatMap(IncomingMessage::inTurn).orElse(app);
        trail.add(new Turn(phase, who, deed, answers()));
    }

    private void done() {
        if (incoming != null) {
            incoming.turnOf(null);
        }
    }

    private boolean isHandledNow() {
        return incoming != null && incoming.handled() && !handledBefore;
    }

    private int answers() {
        return incoming == null ? 0 : incoming.responses().size() - answersBefore;
    }

    /** The app that handled the message, and after a slash whom it asked in its turn. */
    public Optional<String> handledBy() {
        return trail.stream()
                .filter(turn -> turn.deed() == Deed.HANDLED && turn.phase() != Phase.FALLBACK)
                .map(Turn::app)
                .findFirst();
    }

    /** The turns in which something happened, in their order. */
    public List<Turn> trail() {
        return Collections.unmodifiableList(trail);
    }

    /** The apps that threw something, in the order in which they did. */
    public Set<String> failedApps() {
        return Collections.unmodifiableSet(failedApps);
    }
}
