package org.rapidsms.backend.http;

import java.util.List;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.Webhook;
import org.rapidsms.settings.Settings;

/**
 * What the gateway is answered when what it told is stored.
 *
 * @param status {@code incoming-answer-status}
 * @param type {@code incoming-answer-type}: media type of the body
 * @param body {@code incoming-answer}: {@code OK} by default, and two quotes for none
 */
record Answer(int status, String type, String body) {

    static Answer from(Settings settings) {
        var type = settings.text("incoming-answer-type", "text/plain;charset=utf-8");
        if (!type.matches("[\\w.+-]+/[\\w.+-]+\\s*(;\\s*[\\w.+-]+=[\\w.+\"-]+)?")) {
            throw settings.wrong(
                    "incoming-answer-type", "must be a media type such as text/xml, not " + type);
        }
        return new Answer(
                settings.number("incoming-answer-status", 200, 200, 299),
                type,
                orEmpty(settings.text("incoming-answer", "OK")));
    }

    /** A setting cannot be empty, so quotes say that something is. */
    static String orEmpty(String value) {
        return value.equals("\"\"") ? "" : value;
    }

    Webhook to(List<? extends BackendEvent> events) {
        return new Webhook(List.copyOf(events), status, type, body);
    }
}
