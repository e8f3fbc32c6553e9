package org.rapidsms.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.rapidsms.admin.Column;
import org.rapidsms.admin.EntityModel;

/** Delivery reports, for administrators: what gateways have said, to look at or to delete. */
@ApplicationScoped
public class ReceivedReportModel extends EntityModel<ReceivedReport> {

    public ReceivedReportModel() {
        super(ReceivedReport.class, "delivery-reports", ReceivedReport::getId, null);
        column("state", ReceivedReport::getState);
        column("backend", ReceivedReport::getBackend);
        column("words", ReceivedReport::getWords);
        column("date", ReceivedReport::getDate);
        fact("messageId", ReceivedReport::getMessageId);
        fact("externalId", ReceivedReport::getExternalId);
        fact(
                new Column<>(
                        "transmission",
                        ReceivedReport::getTransmission,
                        ReceivedReportModel::linkToTransmission));
        searchWhole("messageId");
        searchWhole("identity");
    }

    private static String linkToTransmission(ReceivedReport report) {
        return report.getTransmission() == null
                ? null
                : "/admin/transmissions/%d/".formatted(report.getTransmission().getId());
    }

    @Override
    public int priority() {
        return 60;
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.of(Action.DELETE);
    }

    @Override
    public String title(ReceivedReport report) {
        return report.getIdentity();
    }
}
