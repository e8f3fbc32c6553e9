package org.rapidsms.backend.database;

import java.util.List;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;

/** One backend whose phones are rows. */
class DatabaseBackend implements Backend {

    private final String name;
    private final BackendMessages messages;

    DatabaseBackend(String name, BackendMessages messages) {
        this.name = name;
        this.messages = messages;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        var externalId = sms.context().getOrDefault("external_id", "");
        messages.add(
                sms.identities().stream()
                        .map(
                                identity ->
                                        BackendMessage.outgoing(
                                                name,
                                                identity,
                                                sms.text(),
                                                sms.messageId(),
                                                externalId))
                        .toList());
        return Outcome.allSent(sms);
    }
}
