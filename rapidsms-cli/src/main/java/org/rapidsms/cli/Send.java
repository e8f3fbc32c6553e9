package org.rapidsms.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Sends a message. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Sends a message to phones, and prints its id.")
final class Send implements Runnable {

    private static final Set<String> ON_ITS_WAY = Set.of("queued", "processing");
    private static final Duration PAUSE = Duration.ofMillis(300);

    @Mixin Login login;

    @ParentCommand RapidSms parent;

    @Option(
            names = "--backend",
            required = true,
            paramLabel = "NAME",
            description = "By which backend.")
    String backend;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "NUMBER",
            description = "To which phone; may be repeated.")
    List<String> to;

    @Option(
            names = "--wait",
            description = "Wait until the gateway has it, and print how that went.")
    boolean wait;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait at most (${DEFAULT-VALUE}).")
    int timeout;

    @Parameters(paramLabel = "TEXT", description = "The text; - to read it from standard input.")
    String text;

    @Override
    public void run() {
        var server = login.connect(parent.terminal);
        var id = server.post("message", form()).text();
        login.print(id);
        if (wait) {
            login.print(outcome(server, id));
        }
    }

    private String[] form() {
        var said = text.equals("-") ? parent.terminal.rest() : text;
        var form = new ArrayList<>(List.of("backend", backend, "text", said));
        to.forEach(number -> form.addAll(List.of("to", number)));
        return form.toArray(String[]::new);
    }

    private String outcome(Server server, String id) {
        long end = System.nanoTime() + Duration.ofSeconds(timeout).toNanos();
        var state = server.get("message/" + id).text();
        while (ON_ITS_WAY.contains(state)) {
            if (System.nanoTime() > end) {
                throw new Trouble(
                        Trouble.TOO_LATE,
                        "It is still %s after %d seconds, and goes on: the message log tells how far it comes."
                                .formatted(state, timeout));
            }
            pause();
            state = server.get("message/" + id).text();
        }
        if (state.startsWith("errored")) {
            throw new Trouble(Trouble.REFUSED, state);
        }
        return state;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble(Trouble.TOO_LATE, "Interrupted.");
        }
    }
}
