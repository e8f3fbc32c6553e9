package org.rapidsms.backend.gsm;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one modem.
 *
 * @param port {@code port}: a serial port, such as {@code /dev/ttyUSB0}; empty if the modem is
 *     reached by TCP
 * @param server {@code port}: the server that passes on a serial port, as {@code tcp://host:port};
 *     empty if it is one of this machine
 * @param baud {@code baud}: how fast a serial port is
 * @param pin {@code pin}: of the SIM card, if it asks for one
 * @param smsc {@code smsc}: the number of the network's SMS centre, if the card does not know it
 * @param isText {@code mode}: {@code text} for a modem that does not know {@code pdu}
 * @param poll {@code poll}: how often it is looked for what the modem did not tell
 * @param timeout {@code timeout}: how long a text may take, and as long again may wait for its turn
 */
record GsmConfig(
        Optional<String> port,
        Optional<URI> server,
        int baud,
        Optional<Secret> pin,
        Optional<String> smsc,
        boolean isText,
        Duration poll,
        Duration timeout) {

    private static final String TCP = "tcp://";

    static GsmConfig from(Settings settings) {
        var where = settings.text("port");
        boolean isServer = where.startsWith(TCP);
        return new GsmConfig(
                isServer ? Optional.empty() : Optional.of(where),
                isServer ? Optional.of(server(settings, where)) : Optional.empty(),
                settings.number("baud", 115_200, 300, 4_000_000),
                pin(settings),
                smsc(settings),
                isText(settings),
                time(settings, "poll", Duration.ofSeconds(60)),
                time(settings, "timeout", Duration.ofSeconds(30)));
    }

    private static URI server(Settings settings, String where) {
        try {
            var address = new URI(where);
            if (address.getHost() != null && address.getPort() > 0) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below, as for an address without host or port.
        }
        throw settings.wrong("port", "must be a serial port or tcp://host:port, not " + where);
    }

    private static Optional<Secret> pin(Settings settings) {
        var pin = settings.secret("pin");
        if (pin.isPresent() && !pin.get().value().matches("\\d{4,8}")) {
            throw settings.wrong("pin", "must be 4 to 8 digits");
        }
        return pin;
    }

    private static Optional<String> smsc(Settings settings) {
        var smsc = settings.optional("smsc");
        if (smsc.isPresent() && !smsc.get().matches("\\+?\\d{3,20}")) {
            throw settings.wrong("smsc", "must be a phone number, not " + smsc.get());
        }
        return smsc;
    }

    private static boolean isText(Settings settings) {
        var mode = settings.text("mode", "pdu");
        if (!mode.equals("pdu") && !mode.equals("text")) {
            throw settings.wrong("mode", "must be pdu or text, not " + mode);
        }
        return mode.equals("text");
    }

    private static Duration time(Settings settings, String name, Duration otherwise) {
        var time = settings.time(name, otherwise);
        if (time.toMillis() < 1000 || time.compareTo(Duration.ofHours(1)) > 0) {
            throw settings.wrong(name, "must be a time from 1s to 1h");
        }
        return time;
    }
}
