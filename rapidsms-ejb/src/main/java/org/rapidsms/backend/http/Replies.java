package org.rapidsms.backend.http;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Settings;

/**
 * What the gateway's answers mean.
 *
 * @param success whether it took the text
 * @param id where its id of the text stands
 * @param failures {@code failures.*}: expressions that, found in status, space and body, mean these
 * @param credentials what is hidden if the gateway repeats it
 */
record Replies(
        Success success,
        ExternalId id,
        Map<SendFailure, Pattern> failures,
        Credentials credentials) {

    private static final int MOST_WORDS = 200;

    static Replies from(Settings settings, Credentials credentials) {
        return new Replies(
                Success.from(settings), ExternalId.from(settings), failures(settings), credentials);
    }

    private static Map<SendFailure, Pattern> failures(Settings settings) {
        var failures = new EnumMap<SendFailure, Pattern>(SendFailure.class);
        for (var name : settings.group("failures").keySet()) {
            var setting = "failures." + name;
            var regex = Regex.from(settings, setting);
            try {
                var failure = name.replace('-', '_').toUpperCase(Locale.ROOT);
                failures.put(SendFailure.valueOf(failure), regex.orElseThrow());
            } catch (IllegalArgumentException e) {
                throw settings.wrong(setting, "is no failure; those are " + names());
            }
        }
        return failures;
    }

    private static String names() {
        var names = new ArrayList<String>();
        for (var failure : SendFailure.values()) {
            names.add(failure.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return String.join(", ", names);
    }

    /**
     * What became of a text for these phones, of all of which one answer speaks.
     *
     * @throws SendException if the gateway did not take it
     */
    List<Outcome> outcomes(Reply reply, List<String> phones) {
        var failure = failure(reply);
        if (failure.isPresent()) {
            throw new SendException(failure.get(), words(reply), reply.retryAfter());
        }
        var ids = id.of(reply.body(), phones.size());
        return IntStream.range(0, phones.size())
                .mapToObj(
                        i ->
                                ids.isEmpty()
                                        ? Outcome.sent(phones.get(i))
                                        : Outcome.sent(phones.get(i), ids.get(i)))
                .toList();
    }

    /** A success that is proved is one, whatever else the answer says. */
    private Optional<SendFailure> failure(Reply reply) {
        if (success.isProved(reply)) {
            return Optional.empty();
        }
        var said = reply.status() + " " + reply.body();
        var named =
                failures.entrySet().stream()
                        .filter(failure -> failure.getValue().matcher(said).find())
                        .map(Map.Entry::getKey)
                        .findFirst();
        if (named.isPresent() || success.isLikely(reply)) {
            return named;
        }
        // An answer of success without the words of success: nobody knows what it means.
        return Optional.of(
                reply.isSuccess() ? SendFailure.UNKNOWN : SendFailure.ofHttpStatus(reply.status()));
    }

    private String words(Reply reply) {
        var line = reply.body().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        var shown = credentials.hidden(line);
        return ("HTTP status "
                        + reply.status()
                        + " "
                        + shown.substring(0, Math.min(shown.length(), MOST_WORDS)))
                .strip();
    }
}
