package org.rapidsms.web.httptester;

import java.util.Optional;
import org.rapidsms.contact.Connection;
import org.rapidsms.web.frame.Texts;

/** What the tester takes for the number of a phone: digits, as RapidSMS does. */
final class PhoneNumber {

    private PhoneNumber() {}

    /** Whether it consists of the digits 0 to 9, and is not too long to be stored. */
    static boolean isValid(String number) {
        return !number.isEmpty()
                && number.length() <= Connection.IDENTITY_LENGTH
                && number.chars().allMatch(PhoneNumber::isDigit);
    }

    /** The first character that is no digit, whole even if it takes two places. */
    static Optional<String> wrongCharacter(String number) {
        return number.codePoints()
                .filter(c -> !isDigit(c))
                .mapToObj(Character::toString)
                .findFirst();
    }

    /** What is wrong with one that is not valid, and what to do. */
    static String complaint(String number) {
        if (number.isEmpty()) {
            return Texts.of("phoneNumberMissing");
        }
        return wrongCharacter(number)
                .map(wrong -> Texts.of("phoneNumberNotNumeric", wrong))
                .orElseGet(() -> Texts.of("phoneNumberTooLong", Connection.IDENTITY_LENGTH));
    }

    private static boolean isDigit(int c) {
        return '0' <= c && c <= '9';
    }
}
