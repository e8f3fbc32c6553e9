package org.rapidsms.testing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rapidsms.app.App;
import org.rapidsms.app.BaseHandler;

/**
 * Plays a conversation with real apps in a real router.
 *
 * <pre>
 * # Ann asks, and is answered.
 * 256772000001 &gt; echo hello
 * 256772000001 &lt; hello
 * </pre>
 *
 * <p>A line with {@code >} is what a phone writes, one with {@code <} what it is told; both sides
 * are trimmed, empty lines and those that begin with {@code #} do not count. Several answers to one
 * text may stand in any order. What is said and not in the script fails, as does what is in the
 * script and not said; of what is said the app is told that said it. The form is RapidSMS's {@code
 * TestScript}, which let unexpected answers pass.
 */
public final class Conversation {

    private final TestRouter router;
    private final List<String> said = new ArrayList<>();
    private final Map<String, String> authors = new HashMap<>();
    private int heard;
    private String last = "nothing yet";

    private Conversation(TestRouter router) {
        this.router = router;
    }

    /** A conversation with these apps, in this order. */
    public static Conversation with(App... apps) {
        return with(TestRouter.with(apps));
    }

    /** A conversation with these handlers, in this order. */
    public static Conversation with(BaseHandler... handlers) {
        return with(TestRouter.with(handlers));
    }

    /** A conversation by a router that the test keeps. */
    public static Conversation with(TestRouter router) {
        return new Conversation(router);
    }

    /**
     * Plays a script; may be called again to go on.
     *
     * @throws AssertionError if not exactly what is in the script is said
     * @throws IllegalArgumentException if a line has neither arrow
     */
    public void goes(String script) {
        script.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(this::play);
        nothingElseIsSaid();
    }

    private void play(String line) {
        var arrow = line.split("[<>]", 2);
        if (arrow.length < 2) {
            throw new IllegalArgumentException("neither > nor < in: " + line);
        }
        // RapidSMS's scripts may carry a time, which it did not use either.
        var number = arrow[0].strip().replaceFirst("@\\d{12}$", "");
        var text = arrow[1].strip();
        if (line.charAt(arrow[0].length()) == '>') {
            nothingElseIsSaid();
            last = line;
            router.receive(text, number);
        } else {
            expect(number + " < " + text);
        }
    }

    private void expect(String expected) {
        hear();
        if (!said.remove(expected)) {
            throw new AssertionError(
                    said.isEmpty()
                            ? "Message was ignored.\n  after:    %s\n  expected: %s"
                                    .formatted(last, expected)
                            : "Something else was said.\n  after:    %s\n  expected: %s\n  but was:  %s"
                                    .formatted(last, expected, told("\n            ")));
        }
    }

    private void nothingElseIsSaid() {
        hear();
        if (!said.isEmpty()) {
            throw new AssertionError(
                    "This is said, but not in the script.\n  after: %s\n  said:  %s"
                            .formatted(last, told("\n         ")));
        }
    }

    /** What was said and by which app, line by line. */
    private String told(String between) {
        return said.stream()
                .map(line -> line + authors.get(line))
                .collect(Collectors.joining(between));
    }

    private void hear() {
        var sent = router.sent();
        for (; heard < sent.size(); heard++) {
            var message = sent.get(heard);
            var author = message.answeredBy().map(app -> "   (by " + app + ")").orElse("");
            for (var phone : message.connections()) {
                var line = phone.getIdentity() + " < " + message.text().strip();
                said.add(line);
                authors.put(line, author);
            }
        }
    }
}
