package org.rapidsms.web.messagelog;

import java.util.Arrays;
import java.util.List;
import org.rapidsms.message.Message;
import org.rapidsms.message.Phase;
import org.rapidsms.message.Turn;
import org.rapidsms.message.Turn.Deed;
import org.rapidsms.web.frame.Texts;

/** What the apps did with a message in one phase, in the words, icons and colours of pages. */
public final class Step {

    private final Phase phase;
    private final List<Turn> turns;
    private final Message message;

    private Step(Phase phase, Message message) {
        this.phase = phase;
        this.message = message;
        this.turns = message.getTrail().stream().filter(turn -> turn.phase() == phase).toList();
    }

    /** All phases of an incoming message; none while it waits, or if nobody wrote them down. */
    public static List<Step> of(Message message) {
        return message.isTrailKnown()
                ? Arrays.stream(Phase.values())
                        .map(phase -> new Step(phase, message))
                        .filter(Step::isToldOf)
                        .toList()
                : List.of();
    }

    /** Answers have pages of their own: here they matter only if an app interfered. */
    private boolean isToldOf() {
        return phase != Phase.OUTGOING || !turns.isEmpty();
    }

    /** What the phase is called. */
    public String getTitle() {
        return switch (phase) {
            case FILTER -> Texts.of("phaseFilter");
            case PARSE -> Texts.of("phaseParse");
            case HANDLE -> Texts.of("phaseHandle");
            case FALLBACK -> Texts.of("phaseFallback");
            case CLEANUP -> Texts.of("phaseCleanup");
            case OUTGOING -> Texts.of("phaseOutgoing");
        };
    }

    /** What is said if no app did anything. */
    public String getHint() {
        if (isNotReached()) {
            return Texts.of("stepNotReached");
        }
        return switch (phase) {
            case FILTER -> Texts.of("stepPassed");
            case HANDLE -> Texts.of("stepNotHandled");
            case FALLBACK ->
                    message.getHandledBy() == null
                            ? Texts.of("stepNothing")
                            : Texts.of("stepNotNeeded");
            default -> Texts.of("stepNothing");
        };
    }

    private boolean isNotReached() {
        return message.getFilteredBy() != null && phase != Phase.FILTER;
    }

    /** The colour: ok, warn, bad or calm. */
    public String getTone() {
        if (did(Deed.FAILED)) {
            return "bad";
        }
        if (did(Deed.DROPPED)) {
            return "warn";
        }
        return turns.isEmpty() && phase != Phase.FILTER ? "calm" : "ok";
    }

    public String getIcon() {
        return switch (getTone()) {
            case "bad", "warn" -> "x";
            case "ok" -> "check";
            default -> "dash";
        };
    }

    private boolean did(Deed deed) {
        return turns.stream().anyMatch(turn -> turn.deed() == deed);
    }

    /** The apps that did something, in their order. */
    public List<Verdict> getVerdicts() {
        return turns.stream().map(Verdict::new).toList();
    }

    /** What one app did. */
    public static final class Verdict {

        private final Turn turn;

        private Verdict(Turn turn) {
            this.turn = turn;
        }

        public String getApp() {
            return turn.app();
        }

        /** What it did, and how many answers it gave. */
        public String getWords() {
            return turn.deed() == Deed.ANSWERED
                    ? Texts.of("turnAnswered", turn.answers())
                    : deed() + Texts.of("turnAnswers", turn.answers());
        }

        private String deed() {
            return switch (turn.deed()) {
                case ANSWERED -> "";
                case CHANGED -> Texts.of("turnChanged");
                case HANDLED ->
                        turn.phase() == Phase.FALLBACK
                                ? Texts.of("turnDealtWith")
                                : Texts.of("turnHandled");
                case DROPPED ->
                        turn.phase() == Phase.OUTGOING
                                ? Texts.of("turnHeldBack")
                                : Texts.of("turnFiltered");
                case FAILED -> Texts.of("turnFailed");
            };
        }
    }
}
