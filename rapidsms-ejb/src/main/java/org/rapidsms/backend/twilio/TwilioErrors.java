package org.rapidsms.backend.twilio;

import static java.util.Map.entry;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.OPTED_OUT;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.THROTTLED;

import java.util.Map;
import org.rapidsms.backend.SendFailure;

/** What Twilio's error codes mean, in its own words. */
final class TwilioErrors {

    private static final Map<String, SendFailure> CODES =
            Map.ofEntries(
                    entry("20003", MISCONFIGURED), // permission denied
                    entry("20404", MISCONFIGURED), // resource not found: no such account
                    entry("21606", MISCONFIGURED), // the From number cannot send
                    entry("21659", MISCONFIGURED), // From is no Twilio number
                    entry("30002", MISCONFIGURED), // account suspended
                    entry("20429", THROTTLED), // too many requests
                    entry("21611", THROTTLED), // the From number's queue is full
                    entry("30001", THROTTLED), // queue overflow
                    entry("30017", THROTTLED), // carrier network congestion
                    entry("30022", THROTTLED), // rate limits exceeded
                    entry("63018", THROTTLED), // the channel's rate limit exceeded
                    entry("21610", OPTED_OUT), // the recipient has said STOP
                    entry("21211", REJECTED), // invalid To number
                    entry("21214", REJECTED), // To number cannot be reached
                    entry("21217", REJECTED), // does not appear to be valid
                    entry("21614", REJECTED), // no mobile number
                    entry("30005", REJECTED), // unknown handset
                    entry("30006", REJECTED), // landline, or carrier not reached
                    // Of one phone's country or network, not of the account as a whole.
                    entry("21408", REJECTED), // no permission for the region
                    entry("21612", REJECTED), // not reachable from this From number
                    entry("21602", REJECTED), // no body
                    entry("21617", REJECTED), // body too long
                    entry("30007", REJECTED)); // filtered

    private TwilioErrors() {}

    static SendFailure failure(String code, int httpStatus) {
        // An account that is not found is not this phone's fault.
        var otherwise = httpStatus == 404 ? MISCONFIGURED : SendFailure.ofHttpStatus(httpStatus);
        return CODES.getOrDefault(code, otherwise);
    }
}
