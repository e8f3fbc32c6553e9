package org.rapidsms.router;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.rapidsms.app.App;
import org.rapidsms.app.Verdict;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.OutgoingMessage;

/** Writes down in which phase it is asked, and does there what a test wants. */
final class RecordingApp implements App {

    private final String name;
    private final List<String> calls;
    private final Map<String, Consumer<IncomingMessage>> deeds = new HashMap<>();
    private String yes = "";

    RecordingApp(String name, List<String> calls) {
        this.name = name;
        this.calls = calls;
    }

    /** Says true, or drop, in this phase. */
    RecordingApp saysYesIn(String phase) {
        yes = phase;
        return this;
    }

    /** Does this in that phase. */
    RecordingApp does(String phase, Consumer<IncomingMessage> deed) {
        deeds.put(phase, deed);
        return this;
    }

    /** Throws in this phase. */
    RecordingApp failsIn(String phase) {
        return does(
                phase,
                message -> {
                    throw new IllegalStateException("boom");
                });
    }

    private boolean asked(String phase, IncomingMessage message) {
        calls.add(name + "." + phase);
        deeds.getOrDefault(phase, m -> {}).accept(message);
        return yes.equals(phase);
    }

    private Verdict verdict(String phase, IncomingMessage message) {
        return asked(phase, message) ? Verdict.DROP : Verdict.PASS;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Verdict filter(IncomingMessage message) {
        return verdict("filter", message);
    }

    @Override
    public void parse(IncomingMessage message) {
        asked("parse", message);
    }

    @Override
    public boolean handle(IncomingMessage message) {
        return asked("handle", message);
    }

    @Override
    public boolean fallback(IncomingMessage message) {
        return asked("default", message);
    }

    @Override
    public void cleanup(IncomingMessage message) {
        asked("cleanup", message);
    }

    @Override
    public Verdict outgoing(OutgoingMessage message) {
        return verdict("outgoing", null);
    }
}
