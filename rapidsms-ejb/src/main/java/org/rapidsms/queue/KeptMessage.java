package org.rapidsms.queue;

import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import java.util.HashMap;
import java.util.Map;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;

/** A message from a phone as a queue keeps it: a map of texts. */
public final class KeptMessage {

    static final String ID = "id";
    static final String BACKEND = "backend";
    static final String IDENTITY = "identity";
    static final String TEXT = "text";

    /** Stands before the name of each of the message's own fields. */
    private static final String FIELD = "field.";

    private KeptMessage() {}

    /** What to put into a queue; of the fields, those that are texts. */
    public static Map<String, Object> of(IncomingMessage message) {
        var kept = new HashMap<String, Object>();
        message.fields()
                .forEach(
                        (name, value) -> {
                            if (value instanceof String) {
                                kept.put(FIELD + name, value);
                            }
                        });
        kept.put(ID, message.id());
        kept.put(BACKEND, message.connection().getBackend());
        kept.put(IDENTITY, message.connection().getIdentity());
        kept.put(TEXT, message.rawText());
        return kept;
    }

    /**
     * Makes the message anew, under its name.
     *
     * @throws JMSException if the broker cannot read it
     * @throws NullPointerException if it is none that we have kept
     */
    public static IncomingMessage read(MapMessage kept) throws JMSException {
        var fields = new HashMap<String, String>();
        for (var names = kept.getMapNames(); names.hasMoreElements(); ) {
            var name = (String) names.nextElement();
            if (name.startsWith(FIELD)) {
                fields.put(name.substring(FIELD.length()), kept.getString(name));
            }
        }
        return new IncomingMessage(
                kept.getString(ID),
                new Connection(kept.getString(BACKEND), kept.getString(IDENTITY)),
                kept.getString(TEXT),
                fields);
    }
}
