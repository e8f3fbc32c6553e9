package org.rapidsms.backend.smpp;

import java.util.Arrays;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.rapidsms.settings.Settings;

/**
 * Whom our texts come from.
 *
 * @param address empty to leave it to the SMS centre
 * @param ton its type of number
 * @param npi its numbering plan
 */
record Source(String address, int ton, int npi) {

    private static final int INTERNATIONAL = 1;
    private static final int OF_THE_NETWORK = 3;
    private static final int ALPHANUMERIC = 5;
    private static final int E164 = 1;
    private static final int SHORTEST_NUMBER = 7;

    /**
     * Operators agree on hardly anything here; where nothing is set, it is what most of them want.
     */
    static Source from(Settings settings) {
        var given =
                SmppConfig.shortText(
                        settings, "source-address", settings.text("source-address", ""), 20);
        var address = given.replaceFirst("^\\+(?=[0-9])", "");
        boolean isShort = address.equals(given) && address.length() < SHORTEST_NUMBER;
        int ton = 0;
        int npi = 0;
        if (address.matches("[0-9]+")) {
            ton = isShort ? OF_THE_NETWORK : INTERNATIONAL;
            npi = isShort ? 0 : E164;
        } else if (!address.isEmpty()) {
            ton = ALPHANUMERIC;
        }
        return new Source(
                address,
                settings.number("source-ton", ton, 0, 6),
                npi(settings, "source-npi", npi));
    }

    /** A numbering plan that there is. */
    static int npi(Settings settings, String name, int otherwise) {
        int npi = settings.number(name, otherwise, 0, 18);
        if (Arrays.stream(NumberingPlanIndicator.values()).noneMatch(n -> n.value() == npi)) {
            throw settings.wrong(name, "must be a numbering plan of SMPP, such as 0 or 1");
        }
        return npi;
    }
}
