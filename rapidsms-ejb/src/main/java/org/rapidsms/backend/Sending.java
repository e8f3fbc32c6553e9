package org.rapidsms.backend;

import java.time.Duration;
import java.util.OptionalInt;
import org.rapidsms.settings.Settings;

/**
 * How the router hands texts to one backend.
 *
 * @param calls {@code max-calls}: how many calls to the gateway a node makes at once, so that one
 *     that hangs takes no more than these from the others
 * @param rate {@code rate}: how many phones are sent to in a second, by all nodes together; empty
 *     for as fast as it goes
 * @param timeout {@code timeout}: how long a call may take in all
 * @param maxAge {@code retry.max-age}: how long after it was queued a text is still tried again
 * @param resendUnknown {@code on-unknown}: whether a text of which nobody knows whether the gateway
 *     took it is sent again ({@code resend}), or held until a delivery report tells ({@code hold})
 */
public record Sending(
        int calls, OptionalInt rate, Duration timeout, Duration maxAge, boolean resendUnknown) {

    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration A_DAY = Duration.ofHours(24);

    /** What holds if nothing is set. */
    public static final Sending USUAL = new Sending(16, OptionalInt.empty(), ANSWER, A_DAY, true);

    static Sending from(Settings settings) {
        return new Sending(
                settings.number("max-calls", USUAL.calls(), 1, 100),
                rate(settings),
                settings.time("timeout", ANSWER),
                settings.time("retry.max-age", A_DAY),
                resend(settings));
    }

    private static OptionalInt rate(Settings settings) {
        int rate = settings.number("rate", 0, 0, 100_000);
        return rate == 0 ? OptionalInt.empty() : OptionalInt.of(rate);
    }

    private static boolean resend(Settings settings) {
        return switch (settings.text("on-unknown", "resend")) {
            case "resend" -> true;
            case "hold" -> false;
            default ->
                    throw settings.wrong(
                            "on-unknown",
                            "must be resend or hold, not " + settings.text("on-unknown"));
        };
    }

    /** After this long, others may think that whoever took on a text died over it. */
    public Duration lease() {
        return timeout.multipliedBy(2).plusSeconds(10);
    }
}
