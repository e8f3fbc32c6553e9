package org.rapidsms.contact;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What contacts and connections are searched by: all that is known of one, in lower case, each part
 * after a space.
 */
final class SearchKey {

    /**
     * So much of a contact is kept, counted as PostgreSQL counts: with the name, it is what fits
     * into an index. Those who have more are looked at whole.
     */
    private static final int LONGEST = 500;

    /** How long that may be as H2 counts, and Java. */
    static final int WIDTH = 2 * LONGEST;

    private SearchKey() {}

    static String ofContact(
            String nameKey, Collection<Connection> connections, Collection<String> values) {
        var phones = connections.stream().map(n -> lower(n.getIdentity() + " " + n.getBackend()));
        var key = nameKey + parts(Stream.concat(phones, values.stream()));
        return key.codePointCount(0, key.length()) <= LONGEST
                ? key
                : key.substring(0, key.offsetByCodePoints(0, LONGEST));
    }

    private static String parts(Stream<String> parts) {
        return parts.map(part -> " " + part).collect(Collectors.joining());
    }

    static String lower(String words) {
        return words.toLowerCase(Locale.ROOT);
    }
}
