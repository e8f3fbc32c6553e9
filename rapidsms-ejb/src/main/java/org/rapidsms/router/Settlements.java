package org.rapidsms.router;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.rapidsms.router.Settlement.Made;

/** Settles calls that end at the same time in one transaction. */
@ApplicationScoped
public class Settlements {

    private static final int TOGETHER = 50;

    @Inject Settlement settlement;

    private final GroupCommit<Made, Made> group = new GroupCommit<>(TOGETHER, this::settleAll);

    private List<Made> settleAll(List<Made> calls) {
        settlement.settle(calls);
        return calls;
    }

    /** Writes down what became of a call; when this returns it is stored. */
    public void settle(Made call) {
        group.join(call);
    }
}
