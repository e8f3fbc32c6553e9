package org.rapidsms.backend.gsm;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.gsm.Mode.Submission;

/**
 * A modem that does one thing after the other, for all threads.
 *
 * <p>Whoever speaks listens too: there is no thread that only reads, so that one that stores what
 * came may send the answer as well.
 */
final class Modem implements AutoCloseable {

    private static final String ESCAPE = "\u001B";
    private static final String END_OF_TEXT = "\u001A";
    private static final Pattern TAKEN = Pattern.compile("\\+CMGS: *(\\d{1,3}).*");

    private final Dialogue dialogue;
    private final Patience patience;
    private final ReentrantLock turn = new ReentrantLock(true);

    Modem(Wire wire, Patience patience) {
        this.dialogue = new Dialogue(wire, patience);
        this.patience = patience;
    }

    /**
     * Waits for a turn and keeps it, for several commands between which nobody else shall speak.
     *
     * @return whether it came in time
     */
    boolean takeTurn(Duration longest) {
        try {
            return turn.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void endTurn() {
        turn.unlock();
    }

    /**
     * Gives a command.
     *
     * @return what was said before {@code OK}
     * @throws ModemError if it was not {@code OK}
     * @throws SendException if nothing was said in time
     */
    List<String> ask(String command) {
        turn.lock();
        try {
            dialogue.forget();
            dialogue.say(command + "\r");
            return dialogue.answer(command, patience.answer());
        } finally {
            turn.unlock();
        }
    }

    /**
     * Gives a command whose answer has texts in it as they were written.
     *
     * @return all that was said before {@code OK}; the same may be thrown as by {@link #ask}
     */
    String askForTexts(String command) {
        turn.lock();
        try {
            dialogue.forget();
            dialogue.say(command + "\r");
            return dialogue.answerWithTexts(patience.answer());
        } finally {
            turn.unlock();
        }
    }

    /** Gives a command that some modems do not know. */
    Optional<List<String>> tryToAsk(String command) {
        try {
            return Optional.of(ask(command));
        } catch (ModemError e) {
            return Optional.empty();
        }
    }

    /** What stands behind a name in an answer, such as {@code 17,99} in {@code +CSQ: 17,99}. */
    Optional<String> value(String command, String name) {
        return tryToAsk(command).stream()
                .flatMap(List::stream)
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst();
    }

    /**
     * Hands over a short message.
     *
     * @param longest how long the network may take
     * @return the reference by which a report will name it; empty if the modem told none
     * @throws ModemError if the modem refuses it
     * @throws SendException {@link SendFailure#UNKNOWN} if it was handed over and not answered
     */
    Optional<Integer> send(Submission sms, Duration longest) {
        turn.lock();
        try {
            sms.before().ifPresent(this::ask);
            dialogue.forget();
            dialogue.say(sms.command() + "\r");
            awaitPrompt();
            return handOver(sms.rest(), longest).stream()
                    .map(TAKEN::matcher)
                    .filter(Matcher::matches)
                    .map(taken -> Integer.valueOf(taken.group(1)))
                    .findFirst();
        } finally {
            turn.unlock();
        }
    }

    private void awaitPrompt() {
        try {
            dialogue.awaitPrompt();
        } catch (SendException e) {
            synchronize();
            throw new SendException(SendFailure.UNREACHABLE, "the modem does not take a text");
        }
    }

    private List<String> handOver(String rest, Duration longest) {
        try {
            dialogue.say(rest + END_OF_TEXT);
            return dialogue.answer("", longest);
        } catch (SendException e) {
            try {
                synchronize();
            } catch (SendException | ModemError deaf) {
                // Whoever gives the next command finds that out too.
            }
            throw new SendException(SendFailure.UNKNOWN, "the modem did not say what became of it");
        }
    }

    /** Makes sure that the modem listens to commands, whatever was before. */
    void synchronize() {
        turn.lock();
        try {
            dialogue.say(ESCAPE + "\r");
            pause(Duration.ofMillis(Wire.SLICE));
            ask("AT");
        } finally {
            turn.unlock();
        }
    }

    /** Listens for a moment, if nobody speaks; what the modem said unasked, one at a time. */
    Optional<Notice> listen() {
        if (takeTurn(Duration.ofMillis(Wire.SLICE))) {
            try {
                dialogue.listen();
            } finally {
                endTurn();
            }
        }
        return dialogue.notice();
    }

    /** Says nothing for some time; for whoever has the turn. */
    void pause(Duration time) {
        dialogue.pause(time);
    }

    @Override
    public void close() {
        dialogue.close();
    }
}
