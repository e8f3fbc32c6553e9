package org.rapidsms.router;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.rapidsms.message.OutgoingMessage;

/** Routes one message to phones, in the caller's transaction or in one of its own. */
@Stateless
@PermitAll
public class OutgoingWorker {

    @Inject Apps apps;

    @Inject Transmissions transmissions;

    /**
     * Lets the apps see a message and stores what they let pass.
     *
     * @return what is to be sent once this has committed
     */
    public List<Batch> route(OutgoingMessage message) {
        var batches = new ArrayList<Batch>();
        new Router(apps.inOrder(), passed -> batches.addAll(transmissions.put(passed)))
                .send(message);
        return batches;
    }
}
