package org.rapidsms.message;

import java.util.UUID;

/** Names messages. */
final class MessageIds {

    private MessageIds() {}

    /** A random UUID (RFC 9562, version 4) as 32 lower-case hexadecimal digits. */
    static String next() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
