package org.rapidsms.web.backends;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.rapidsms.router.Traffic;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /backends/}: all backends. */
@Named
@RequestScoped
public class BackendsBacking {

    @Inject BackendLines lines;

    private List<BackendLine> all;

    /** All of them, by name. */
    public List<BackendLine> getAll() {
        if (all == null) {
            all = lines.all();
        }
        return all;
    }

    /** Whether only the message tester is there, so that no phone is reached. */
    public boolean isTesterOnly() {
        return getAll().size() == 1;
    }

    /** How far back is looked for what went by last. */
    public String getHorizon() {
        return Texts.of("lastHorizon", Traffic.NEWEST);
    }
}
