package org.rapidsms.backend.vumi;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/** What the relay answers: a list of the messages that it made, one for each phone. */
record VumiReply(Reply reply) {

    /**
     * What became of each phone.
     *
     * @throws SendException if the relay took the text for none of them
     */
    List<Outcome> outcomes(List<String> identities) {
        if (!reply.isSuccess()) {
            throw new SendException(
                    SendFailure.ofHttpStatus(reply.status()),
                    reply.status() + " " + firstLine(),
                    reply.retryAfter());
        }
        var ids = new HashMap<String, String>();
        boolean whole = read(ids);
        return identities.stream()
                .map(identity -> outcome(identity, Optional.ofNullable(ids.get(identity)), whole))
                .toList();
    }

    /** The relay says nothing of a phone for which it failed. */
    private static Outcome outcome(String identity, Optional<String> id, boolean whole) {
        return id.isEmpty() && whole
                ? Outcome.failed(identity, SendFailure.UNREACHABLE, "not among those it sent to")
                : new Outcome(
                        identity,
                        Optional.empty(),
                        id.filter(named -> !named.isEmpty()),
                        "",
                        Optional.empty());
    }

    /**
     * Reads the relay's ids of the messages by their phones.
     *
     * @return false if the list has no end that can be read: it took the text all the same
     */
    private boolean read(Map<String, String> ids) {
        try (var parser = Json.createParser(new StringReader(reply.body()))) {
            if (!parser.hasNext() || parser.next() != Event.START_ARRAY) {
                return false;
            }
            while (parser.hasNext()) {
                if (parser.next() == Event.START_OBJECT) {
                    add(ids, parser.getObject());
                }
            }
            return true;
        } catch (JsonException e) {
            return false;
        }
    }

    private static void add(Map<String, String> ids, JsonObject message) {
        ids.put(message.getString("to_addr", ""), message.getString("message_id", ""));
    }

    private String firstLine() {
        var line = reply.body().lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), 200));
    }
}
