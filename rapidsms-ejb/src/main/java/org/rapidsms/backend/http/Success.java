package org.rapidsms.backend.http;

import com.google.re2j.Pattern;
import java.util.Optional;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.settings.Settings;

/**
 * By what it is known that the gateway took a text: all of these that are set.
 *
 * @param status {@code success-status}: such as {@code 200, 202} or {@code 2xx}; by default 2xx
 * @param regex {@code success-regex}: is found in the answer
 * @param pointer {@code success-pointer}: stands in the JSON of the answer
 * @param value {@code success-value}: what stands there; by default anything
 */
record Success(
        Pattern status,
        Optional<Pattern> regex,
        Optional<JsonPlace> pointer,
        Optional<String> value) {

    static Success from(Settings settings) {
        var value = settings.optional("success-value");
        var pointer = JsonPlace.from(settings, "success-pointer");
        if (value.isPresent() && pointer.isEmpty()) {
            throw settings.wrong("success-pointer", "is required, as success-value is there");
        }
        var status = settings.text("success-status", "2xx");
        if (!status.matches("[1-5](\\d\\d|xx)(\\s*,\\s*[1-5](\\d\\d|xx))*")) {
            throw settings.wrong(
                    "success-status", "must be numbers such as 200, 202 or 2xx, not " + status);
        }
        var codes = status.replaceAll("\\s*,\\s*", "|").replace("x", "\\d");
        return new Success(
                Pattern.compile(codes), Regex.from(settings, "success-regex"), pointer, value);
    }

    /** Whether the answer itself says so. */
    boolean isProved(Reply reply) {
        return (regex.isPresent() || pointer.isPresent()) && isLikely(reply);
    }

    /** Whether nothing that is set speaks against it. */
    boolean isLikely(Reply reply) {
        return status.matches(String.valueOf(reply.status()))
                && regex.filter(r -> !r.matcher(reply.body()).find()).isEmpty()
                && pointer.filter(p -> !stands(p, reply.body())).isEmpty();
    }

    private boolean stands(JsonPlace place, String body) {
        return JsonPlace.read(body)
                .flatMap(place::in)
                .filter(found -> value.filter(v -> !v.equals(found)).isEmpty())
                .isPresent();
    }
}
