package org.rapidsms.backend;

import java.util.List;
import java.util.Map;

/**
 * A text to phones of one backend.
 *
 * @param messageId our name of the message: the same when it is tried again
 * @param text may be empty
 * @param identities whom it goes to, at least one, each once
 * @param context what else is known: {@code in_response_to}, our name of the message that is
 *     answered, and {@code external_id}, the gateway's; each only if there is one
 */
public record OutgoingSms(
        String messageId, String text, List<String> identities, Map<String, String> context) {

    public OutgoingSms {
        identities = List.copyOf(identities);
        context = Map.copyOf(context);
    }
}
