package org.rapidsms.contact;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A backend that the settings name, or connections, or both. No table has it, so its number is made
 * of its letters.
 *
 * @param name as in {@code rapidsms.backends.NAME}
 * @param engine the kind of backend; null if the settings do not name it
 */
record BackendName(String name, String engine) {

    private static final long POSITIVE_AND_SHORT = (1L << 59) - 1;

    long id() {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong() & POSITIVE_AND_SHORT;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
