package org.rapidsms.testing;

import java.util.List;
import java.util.stream.IntStream;
import org.rapidsms.backend.Outcome;

/** What became of a text, as a table writes it. */
final class WrittenOutcome {

    private WrittenOutcome() {}

    /** With what the gateway said where the expected line has it too. */
    static List<String> of(List<Outcome> outcomes, List<String> expected) {
        return IntStream.range(0, outcomes.size())
                .mapToObj(i -> of(outcomes.get(i), i < expected.size() ? expected.get(i) : ""))
                .toList();
    }

    private static String of(Outcome outcome, String expected) {
        var fate =
                outcome.failure()
                        .map(Enum::name)
                        .orElse("sent" + outcome.externalId().map(id -> " as " + id).orElse(""));
        var pause = outcome.retryAfter().map(time -> " for " + time).orElse("");
        var words = expected.contains(": ") ? ": " + outcome.words() : "";
        return outcome.identity() + " " + fate + pause + words;
    }
}
