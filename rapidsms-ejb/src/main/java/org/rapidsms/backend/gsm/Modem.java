package org.rapidsms.backend.gsm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/**
 * A modem that is spoken to, one command after the other.
 *
 * <p>Whoever speaks listens too: there is no thread that reads. What the modem says unasked is put
 * aside by whoever hears it.
 */
final class Modem implements AutoCloseable {

    private static final String ESCAPE = "\u001B";
    private static final String END_OF_TEXT = "\u001A";

    private final Wire wire;
    private final Patience patience;
    private final ModemReader reader;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Queue<Notice> notices = new ConcurrentLinkedQueue<>();

    Modem(Wire wire, Patience patience) {
        this.wire = wire;
        this.patience = patience;
        try {
            this.reader = new ModemReader(wire.in());
        } catch (IOException e) {
            throw broken();
        }
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
            forget();
            say(command + "\r");
            return answer(command, patience.answer());
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
     */
    Optional<Integer> send(SubmitPdu pdu, Duration longest) {
        turn.lock();
        try {
            forget();
            say("AT+CMGS=" + pdu.length() + "\r");
            awaitPrompt();
            return handOver(pdu.hex(), longest).stream()
                    .filter(line -> line.matches("\\+CMGS: *\\d+.*"))
                    .map(line -> Integer.valueOf(line.replaceAll("\\+CMGS: *(\\d+).*", "$1")))
                    .findFirst();
        } finally {
            turn.unlock();
        }
    }

    private List<String> handOver(String hex, Duration longest) {
        try {
            say(hex + END_OF_TEXT);
            return answer("", longest);
        } catch (SendException e) {
            try {
                synchronize();
            } catch (SendException deaf) {
                // Whoever gives the next command finds that out too.
            }
            throw new SendException(SendFailure.UNKNOWN, "the modem did not say what became of it");
        }
    }

    private void awaitPrompt() {
        try {
            var line = line(patience.answer());
            while (!line.equals(ModemReader.PROMPT)) {
                if (ModemError.is(line)) {
                    throw ModemError.of(line);
                }
                hear(line);
                line = line(patience.answer());
            }
        } catch (Silence e) {
            synchronize();
            throw new SendException(SendFailure.UNREACHABLE, "the modem does not take a text");
        }
    }

    /** Makes sure that the modem listens to commands, whatever was before. */
    void synchronize() {
        turn.lock();
        try {
            say(ESCAPE + "\r");
            pause(Duration.ofMillis(Wire.SLICE));
            ask("AT");
        } finally {
            turn.unlock();
        }
    }

    /** Listens for a moment, if nobody speaks. */
    Optional<Notice> listen() {
        if (takeTurn(Duration.ofMillis(Wire.SLICE))) {
            try {
                next().ifPresent(this::hear);
            } finally {
                turn.unlock();
            }
        }
        return Optional.ofNullable(notices.poll());
    }

    /** Says nothing for some time. */
    void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            next().ifPresent(this::hear);
        }
    }

    /** Passes over what was said too late, which must not answer the next command. */
    private void forget() {
        try {
            while (reader.hasMore()) {
                next().ifPresent(this::hear);
            }
        } catch (IOException e) {
            throw broken();
        }
    }

    private List<String> answer(String command, Duration longest) {
        var lines = new ArrayList<String>();
        while (true) {
            var line = line(longest);
            if (line.equals("OK")) {
                return lines;
            }
            if (ModemError.is(line)) {
                throw ModemError.of(line);
            }
            // A modem may repeat the command before it has been told not to.
            if (!hear(line) && !line.equals(command)) {
                lines.add(line);
            }
        }
    }

    /** Puts a notice aside; whether it is one. */
    private boolean hear(String line) {
        var kind = Notice.kind(line);
        kind.ifPresent(
                k -> notices.add(new Notice(k, Notice.hasPdu(k) ? line(patience.answer()) : "")));
        return kind.isPresent();
    }

    private String line(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < end) {
            var line = next();
            if (line.isPresent()) {
                return line.get();
            }
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
        }
        throw new Silence();
    }

    private Optional<String> next() {
        try {
            return reader.next();
        } catch (IOException e) {
            throw broken();
        }
    }

    private void say(String words) {
        try {
            wire.out().write(words.getBytes(StandardCharsets.ISO_8859_1));
            wire.out().flush();
        } catch (IOException e) {
            throw broken();
        }
    }

    private static SendException broken() {
        return new SendException(SendFailure.UNREACHABLE, "the connection to the modem broke");
    }

    @Override
    public void close() {
        wire.close();
    }

    /** The modem said nothing. */
    private static final class Silence extends SendException {

        private static final long serialVersionUID = 1L;

        Silence() {
            super(SendFailure.UNREACHABLE, "the modem does not answer");
        }
    }
}
