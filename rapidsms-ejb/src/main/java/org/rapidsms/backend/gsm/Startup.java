package org.rapidsms.backend.gsm;

import java.util.List;
import java.util.Set;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Secret;

/** What a modem is told before it is of use. */
final class Startup {

    /** How it tells of texts (stored) and of reports (at once), as much as it can. */
    private static final List<String> NOTICES =
            List.of(
                    "AT+CNMI=2,1,0,1,0",
                    "AT+CNMI=1,1,0,1,0",
                    "AT+CNMI=2,1,0,0,0",
                    "AT+CNMI=1,1,0,0,0");

    /**
     * At home and elsewhere, for all or for texts only, in 2G and after it (3GPP TS 27.007 §7.2).
     */
    private static final Set<String> REGISTERED = Set.of("1", "5", "6", "7", "9", "10");

    private final GsmConfig config;

    /** A PIN that was wrong once is never tried again: after three times the card is locked. */
    private volatile boolean isPinRefused;

    Startup(GsmConfig config) {
        this.config = config;
    }

    /** Makes a modem ready to send and receive. */
    void run(Modem modem, Mode mode) {
        try {
            modem.synchronize();
            modem.tryToAsk("ATZ");
            modem.ask("ATE0");
            modem.tryToAsk("AT+CMEE=1");
            modem.tryToAsk("AT+WIND=0");
            unlock(modem);
            // Else some modems want each notice confirmed.
            modem.tryToAsk("AT+CSMS=0");
            modem.tryToAsk("AT+CPMS=\"SM\",\"SM\",\"SM\"");
            config.smsc().ifPresent(number -> modem.ask("AT+CSCA=\"" + number + "\""));
            NOTICES.stream().anyMatch(command -> modem.tryToAsk(command).isPresent());
            // Last, as strings are written otherwise from then on in some.
            mode.begin();
        } catch (ModemError e) {
            throw e.failure();
        }
    }

    private void unlock(Modem modem) {
        var wanted =
                modem.ask("AT+CPIN?").stream()
                        .filter(line -> line.startsWith("+CPIN:"))
                        .map(line -> line.substring("+CPIN:".length()).strip())
                        .findFirst()
                        .orElse("READY");
        if (wanted.equals("SIM PIN") && config.pin().isPresent() && !isPinRefused) {
            enter(config.pin().get(), modem);
        } else if (!wanted.equals("READY")) {
            var why = wanted.equals("SIM PIN") && isPinRefused ? ", and refused ours" : "";
            throw new SendException(SendFailure.MISCONFIGURED, "the card wants " + wanted + why);
        }
    }

    private void enter(Secret pin, Modem modem) {
        // Until it has said that the PIN is right, it is taken for wrong.
        isPinRefused = true;
        try {
            modem.ask("AT+CPIN=\"" + pin.value() + "\"");
        } catch (ModemError e) {
            throw new SendException(
                    SendFailure.MISCONFIGURED, "the card refused the PIN: " + e.getMessage());
        }
        isPinRefused = false;
    }

    /** Makes sure that there is a network. */
    static void requireNetwork(Modem modem) {
        var state = modem.value("AT+CREG?", "+CREG:").orElse("0,1").split(",");
        boolean isThere = state.length < 2 || REGISTERED.contains(state[1].strip());
        if (!isThere) {
            throw new SendException(SendFailure.UNREACHABLE, "the modem is in no network");
        }
    }
}
