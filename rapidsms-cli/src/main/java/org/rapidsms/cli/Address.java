package org.rapidsms.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/** Where the server is. */
final class Address {

    private Address() {}

    /**
     * The address that was typed, without a slash at its end.
     *
     * @param insecure whether a password may cross a network that anybody can read
     */
    static URI of(String typed, boolean insecure) {
        var address = parse(typed);
        if (address.getScheme().equals("http") && !insecure && !isThisMachine(address.getHost())) {
            throw new Trouble(
                    Trouble.USAGE,
                    ("%s is another machine, and your password would cross the network for anybody to"
                                    + " read. Use https://, or run this on that machine, or say --insecure"
                                    + " if nobody else is on the way.")
                            .formatted(address));
        }
        return address;
    }

    private static URI parse(String typed) {
        try {
            var address = new URI(typed.replaceAll("/+$", ""));
            if (address.getHost() != null
                    && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below, as for an address without host.
        }
        throw new Trouble(
                Trouble.USAGE,
                "%s is no address of a server. Write one such as http://127.0.0.1:8080"
                        .formatted(typed));
    }

    private static boolean isThisMachine(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
