package org.rapidsms.backend.bucket;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Settings;

/**
 * The settings of one bucket.
 *
 * @param failures {@code failures.*}: what happens to texts for phones whose identity ends as the
 *     setting's name does, of several the longest: {@code unreachable}, {@code throttled}, {@code
 *     unknown}, {@code rejected}, {@code opted-out}, {@code misconfigured} or {@code no-credit};
 *     with a number behind it so many tries of each text, else all
 * @param delay {@code delay}: how long the bucket takes for each call; by default no time
 * @param reportAfter {@code report-after}: how long after it took a text it reports that the phone
 *     has it; without it nothing is reported
 * @param undeliverable {@code undeliverable}: with which ends of identities, separated by commas,
 *     it reports that the text did not arrive
 */
record BucketConfig(
        Map<String, Failing> failures,
        Duration delay,
        Optional<Duration> reportAfter,
        List<String> undeliverable) {

    /**
     * What happens, and how often.
     *
     * @param tries of one text
     */
    record Failing(SendFailure failure, int tries) {}

    static BucketConfig from(Settings settings) {
        var failures = new TreeMap<String, Failing>();
        settings.group("failures")
                .forEach((end, words) -> failures.put(end, failing(settings, end, words)));
        return new BucketConfig(
                failures,
                settings.time("delay", Duration.ZERO),
                settings.optional("report-after")
                        .map(time -> settings.time("report-after", Duration.ZERO)),
                settings.optional("undeliverable").stream()
                        .flatMap(ends -> Arrays.stream(ends.split("\\s*,\\s*")))
                        .toList());
    }

    private static Failing failing(Settings settings, String end, String words) {
        for (var failure : SendFailure.values()) {
            if (words.matches(word(failure) + "( [1-9]\\d{0,4})?")) {
                var tries = words.substring(word(failure).length()).strip();
                return new Failing(
                        failure, tries.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(tries));
            }
        }
        var known =
                Arrays.stream(SendFailure.values())
                        .map(BucketConfig::word)
                        .collect(Collectors.joining(", "));
        throw settings.wrong(
                "failures." + end,
                "must be one of " + known + ", and how often or nothing, not " + words);
    }

    private static String word(SendFailure failure) {
        return failure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What happens to texts for a phone; empty if they are taken. */
    Optional<Failing> failing(String identity) {
        return failures.keySet().stream()
                .filter(identity::endsWith)
                .max(Comparator.comparingInt(String::length))
                .map(failures::get);
    }

    boolean isUndeliverable(String identity) {
        return undeliverable.stream().anyMatch(identity::endsWith);
    }
}
