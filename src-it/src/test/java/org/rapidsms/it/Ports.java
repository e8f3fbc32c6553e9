package org.rapidsms.it;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Locale;

/** The ports of this run, free ones of this machine, so that several runs do not meet. */
enum Ports {
    HTTP,
    HTTPS,
    MANAGEMENT,
    KANNEL_ADMIN,
    KANNEL_SMSBOX,
    KANNEL_SENDSMS,
    KANNEL_SMSC,
    KANNEL_SMPP,
    IRC;

    /** Chooses all of them; each is held until the last is found, so that none comes twice. */
    static void choose() throws IOException {
        var held = new ArrayList<ServerSocket>();
        try {
            for (var port : values()) {
                var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                System.setProperty(port.property(), String.valueOf(socket.getLocalPort()));
            }
        } finally {
            for (var socket : held) {
                socket.close();
            }
        }
    }

    int number() {
        return Integer.getInteger(property());
    }

    private String property() {
        return "it.port." + name().toLowerCase(Locale.ROOT);
    }
}
