package org.rapidsms.backend.africastalking;

import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.NO_CREDIT;
import static org.rapidsms.backend.SendFailure.OPTED_OUT;
import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import org.rapidsms.backend.SendFailure;

/** What Africa's Talking's status codes of a phone mean, in its own words. */
final class AfricasTalkingCodes {

    private AfricasTalkingCodes() {}

    static boolean isTaken(String code) {
        return switch (code) {
            case "100", "101", "102" -> true; // Processed, Sent, Queued
            case "401" -> true; // RiskHold: looked at before it goes on
            default -> false;
        };
    }

    static SendFailure failure(String code) {
        return switch (code) {
            case "402" -> MISCONFIGURED; // InvalidSenderId
            case "405" -> NO_CREDIT; // InsufficientBalance
            case "406" -> OPTED_OUT; // UserInBlacklist
            case "500", "501", "502" -> UNREACHABLE; // errors of theirs or of the operator's
            // 403 InvalidPhoneNumber, 404 UnsupportedNumberType, 407 CouldNotRoute,
            // 409 DoNotDisturbRejection, and what they may think of
            default -> REJECTED;
        };
    }
}
