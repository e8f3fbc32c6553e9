package org.rapidsms.backend.gsm;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * By what a report knows a text: the modem counts to 255 only, so the phone and the day belong to
 * it.
 */
final class Reference {

    private static final Duration A_DAY = Duration.ofDays(1);

    private Reference() {}

    static String of(int number, String phone, Instant sent) {
        return phone.replaceAll("[^0-9*#]", "")
                + "/"
                + number
                + "/"
                + sent.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** What it may be, as the clock of the network is not ours; the likeliest first. */
    static List<String> possible(int number, String phone, Instant sent) {
        return Stream.of(sent, sent.minus(A_DAY), sent.plus(A_DAY))
                .map(day -> of(number, phone, day))
                .toList();
    }
}
