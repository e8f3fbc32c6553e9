package org.rapidsms.backend.vonage;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Parameters;
import org.rapidsms.backend.TextPart;
import org.rapidsms.backend.TextParts;

/** Reads the texts of phones, and puts those together that Vonage delivers in parts. */
final class Incoming {

    private final String backend;
    private final Duration wait;
    private final TextParts parts;

    Incoming(String backend, Duration wait, TextParts parts) {
        this.backend = backend;
        this.wait = wait;
        this.parts = parts;
    }

    /** Takes a text. If it is a part, it is kept when this returns. */
    List<BackendEvent> take(Parameters parameters) {
        if (parameters.text("type").filter("binary"::equals).isPresent()) {
            return List.of();
        }
        var sms = sms(parameters);
        var part = part(sms, parameters);
        if (part.isEmpty()) {
            return List.of(sms);
        }
        // That it was handed on is left to the round of late texts: it is not stored yet, and if it
        // cannot be, Vonage repeats the part, and the same text is there again.
        var whole = parts.keep(part.get());
        return whole.isComplete() ? List.of(whole.sms()) : List.of();
    }

    private static IncomingSms sms(Parameters parameters) {
        var fields = new HashMap<String, String>();
        fields.put("external_id", parameters.notBlank("messageId"));
        parameters.first("to").ifPresent(to -> fields.put("to", to));
        return new IncomingSms(parameters.notBlank("msisdn"), parameters.required("text"), fields);
    }

    /** Nothing if it is all of a text, or says of itself what cannot be. */
    private Optional<TextPart> part(IncomingSms sms, Parameters parameters) {
        int total = number(parameters, "concat-total");
        int number = number(parameters, "concat-part");
        return parameters
                .first("concat-ref")
                .filter(reference -> total > 1 && 1 <= number && number <= total)
                .map(reference -> new TextPart(backend, sms, reference, total, number, wait));
    }

    private static int number(Parameters parameters, String name) {
        return parameters
                .first(name)
                .filter(number -> number.matches("[0-9]{1,5}"))
                .map(Integer::parseInt)
                .orElse(0);
    }
}
