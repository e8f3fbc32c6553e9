package org.rapidsms.backend.gsm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/**
 * What is said between us and a modem, line by line. What the modem says unasked is put aside. For
 * one thread at a time.
 */
final class Dialogue implements AutoCloseable {

    /** Behind {@code OK} it may tell already what came meanwhile. */
    private static final Pattern ENDED =
            Pattern.compile("(?s)(.*?)\r\nOK\r\n((?:\\s*\\+C(?:MTI|DSI):[^\r\n]*\r\n)*)");

    private final Wire wire;
    private final Patience patience;
    private final ModemReader reader;
    private final Queue<Notice> notices = new ConcurrentLinkedQueue<>();

    Dialogue(Wire wire, Patience patience) {
        this.wire = wire;
        this.patience = patience;
        try {
            this.reader = new ModemReader(wire.in());
        } catch (IOException e) {
            throw broken();
        }
    }

    void say(String words) {
        try {
            wire.out().write(words.getBytes(StandardCharsets.ISO_8859_1));
            wire.out().flush();
        } catch (IOException e) {
            throw broken();
        }
    }

    /**
     * Reads up to {@code OK}.
     *
     * @param command what was said; a modem may repeat it before it has been told not to
     * @throws ModemError if it was not {@code OK}
     * @throws SendException if nothing was said for so long
     */
    List<String> answer(String command, Duration longest) {
        var lines = new ArrayList<String>();
        while (true) {
            var line = line(longest);
            if (line.equals("OK")) {
                return lines;
            }
            if (ModemError.is(line)) {
                throw ModemError.of(line);
            }
            if (!hear(line) && !line.equals(command)) {
                lines.add(line);
            }
        }
    }

    /**
     * Reads up to the last {@code OK}, and leaves all as it stands: lines of a text may look as if
     * the modem said them. The same may be thrown.
     */
    String answerWithTexts(Duration longest) {
        var said = new StringBuilder();
        long end = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            said.append(untilSilence());
            if (ModemError.is(said.toString().strip())) {
                throw ModemError.of(said.toString().strip());
            }
            var ended = ENDED.matcher(said);
            if (ended.matches()) {
                ended.group(2).lines().map(String::strip).forEach(this::hear);
                return ended.group(1);
            }
        }
        throw silent();
    }

    private String untilSilence() {
        try {
            return reader.untilSilence();
        } catch (IOException e) {
            throw broken();
        }
    }

    /** Reads up to the prompt; the same may be thrown. */
    void awaitPrompt() {
        var line = line(patience.answer());
        while (!line.equals(ModemReader.PROMPT)) {
            if (ModemError.is(line)) {
                throw ModemError.of(line);
            }
            hear(line);
            line = line(patience.answer());
        }
    }

    /** Passes over what was said too late, which must not answer the next command. */
    void forget() {
        try {
            while (reader.hasMore()) {
                listen();
            }
        } catch (IOException e) {
            throw broken();
        }
    }

    /** Says nothing for some time. */
    void pause(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            listen();
        }
    }

    /** Listens for a moment, without having asked. */
    void listen() {
        next().ifPresent(this::hear);
    }

    /** What was said unasked, oldest first; empty if nothing was. */
    Optional<Notice> notice() {
        return Optional.ofNullable(notices.poll());
    }

    /** Puts a notice aside; whether it is one. */
    private boolean hear(String line) {
        if (!Notice.is(line)) {
            return false;
        }
        notices.add(new Notice(line, Notice.hasBody(line) ? line(patience.answer()) : ""));
        return true;
    }

    private String line(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            var line = next();
            if (line.isPresent()) {
                return line.get();
            }
        }
        throw silent();
    }

    private static SendException silent() {
        return new SendException(SendFailure.UNREACHABLE, "the modem does not answer");
    }

    private Optional<String> next() {
        try {
            return reader.next();
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
}
