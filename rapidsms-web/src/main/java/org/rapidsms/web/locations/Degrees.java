package org.rapidsms.web.locations;

import java.math.BigDecimal;
import java.util.Optional;

/** A latitude or longitude as people write it: with a dot or a comma, in digits of any script. */
final class Degrees {

    private static final String NUMBER = "[+-]?([0-9]{1,3}(\\.[0-9]{0,30})?|\\.[0-9]{1,30})";

    private Degrees() {}

    /** The number, if it is one. */
    static Optional<BigDecimal> of(String typed) {
        var plain = new StringBuilder();
        typed.strip().codePoints().map(Degrees::plain).forEach(plain::appendCodePoint);
        return Optional.of(plain.toString()).filter(n -> n.matches(NUMBER)).map(BigDecimal::new);
    }

    private static int plain(int c) {
        return switch (c) {
            // A comma, and the Arabic one of decimals.
            case ',', '\u066B' -> '.';
            // A minus as it is printed.
            case '\u2212' -> '-';
            default -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c;
        };
    }
}
