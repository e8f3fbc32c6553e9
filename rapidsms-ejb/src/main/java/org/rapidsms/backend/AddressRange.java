package org.rapidsms.backend;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that begin alike: a single one, or a range such as {@code 10.0.0.0/8} (RFC 4632) or
 * {@code 2001:db8::/32} (RFC 4291).
 *
 * @param first any address of the range
 * @param bits how many of its bits all of them share
 */
record AddressRange(InetAddress first, int bits) {

    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*");

    /** Reads an address or a range; empty if it is neither. Nothing is looked up. */
    static Optional<AddressRange> parse(String written) {
        var parts = written.split("/", 2);
        return address(parts[0])
                .flatMap(
                        address ->
                                bits(parts, address.getAddress().length * Byte.SIZE)
                                        .map(bits -> new AddressRange(address, bits)));
    }

    private static Optional<Integer> bits(String[] parts, int most) {
        if (parts.length == 1) {
            return Optional.of(most);
        }
        return Optional.of(parts[1])
                .filter(number -> number.matches("[0-9]{1,3}"))
                .map(Integer::valueOf)
                .filter(bits -> bits <= most);
    }

    /** Reads an address as the server writes it; empty if it is none. Nothing is looked up. */
    static Optional<InetAddress> address(String written) {
        // Which network card it came by (RFC 4007) says nothing of who it is.
        var address = written.replaceFirst("%.*$", "");
        if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether it is one of these; an address of IPv4 is none of IPv6. */
    boolean contains(InetAddress address) {
        var one = first.getAddress();
        var other = address.getAddress();
        if (one.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if (((one[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return first.getHostAddress() + "/" + bits;
    }
}
