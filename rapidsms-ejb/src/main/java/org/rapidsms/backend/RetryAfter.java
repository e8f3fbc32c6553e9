package org.rapidsms.backend;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header {@code Retry-After}: seconds, or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {

    /** Longer is taken for a mistake: the gateway is asked again. */
    private static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    /**
     * How long to wait.
     *
     * @return never less than nothing, never more than an hour; empty if it is neither a number of
     *     seconds nor a date
     */
    static Optional<Duration> of(String header, Instant now) {
        var value = header.strip();
        try {
            var wait =
                    value.matches("\\d{1,9}")
                            ? Duration.ofSeconds(Long.parseLong(value))
                            : Duration.between(now, date(value));
            return Optional.of(wait.compareTo(MOST) > 0 ? MOST : positive(wait));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant date(String value) {
        return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static Duration positive(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
