package org.rapidsms.web.httptester;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.rapidsms.backend.database.BackendMessage;
import org.rapidsms.message.Message;
import org.rapidsms.web.messagelog.State;

/**
 * What a phone of the tester wrote or was told, and which app did what with it.
 *
 * @param id rises with time
 * @param written whether the phone wrote it
 * @param messageId the name of the message; empty if nobody knows
 * @param state how far the apps have come with what the phone wrote; null for what it was told
 * @param app the app that handled it, held it back or gave the answer; empty if none did
 */
public record Said(
        long id,
        boolean written,
        Instant date,
        String text,
        String messageId,
        State state,
        String app)
        implements Serializable {

    /**
     * @param message what is known of it; empty if nothing is
     */
    static Said of(BackendMessage row, Optional<Message> message) {
        boolean written = row.isIncoming();
        return new Said(
                row.getId(),
                written,
                row.getDate(),
                row.getText(),
                row.getMessageId(),
                written ? message.map(State::ofIncoming).orElse(null) : null,
                message.map(written ? Said::keeper : Message::getAnsweredBy).orElse(""));
    }

    private static String keeper(Message written) {
        return Optional.ofNullable(written.getHandledBy()).orElseGet(written::getFilteredBy);
    }
}
