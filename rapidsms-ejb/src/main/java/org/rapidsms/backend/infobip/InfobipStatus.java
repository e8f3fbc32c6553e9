package org.rapidsms.backend.infobip;

import java.util.Optional;
import org.rapidsms.backend.SendFailure;

/** What Infobip's statuses of a phone mean when a text is handed over, in its own words. */
final class InfobipStatus {

    private InfobipStatus() {}

    /** Why a text was not taken; empty if it was. */
    static Optional<SendFailure> failure(String group, String id) {
        return switch (group) {
            case "0", "1", "3" -> Optional.empty(); // OK, PENDING, DELIVERED
            case "" -> Optional.of(SendFailure.UNKNOWN);
            default -> Optional.of(failure(id));
        };
    }

    private static SendFailure failure(String id) {
        return switch (id) {
            case "11", "13" -> SendFailure.MISCONFIGURED; // REJECTED_SOURCE, REJECTED_SENDER
            case "19" -> SendFailure.MISCONFIGURED; // REJECTED_ROUTE_NOT_AVAILABLE
            case "12" -> SendFailure.NO_CREDIT; // REJECTED_NOT_ENOUGH_CREDITS
            case "17" -> SendFailure.NO_CREDIT; // REJECTED_PREPAID_PACKAGE_EXPIRED
            case "20" -> SendFailure.THROTTLED; // REJECTED_FLOODING_FILTER
            case "21" -> SendFailure.UNREACHABLE; // REJECTED_SYSTEM_ERROR
            // 6 REJECTED_NETWORK, 8 REJECTED_PREFIX_MISSING, 10 REJECTED_DND,
            // 14 REJECTED_DESTINATION_BLOCKLISTED, 52 REJECTED_DESTINATION, and others
            default -> SendFailure.REJECTED;
        };
    }
}
