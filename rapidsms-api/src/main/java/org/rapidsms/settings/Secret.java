package org.rapidsms.settings;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A password or token. It prints as asterisks, so that printing a settings record leaks nothing.
 */
public record Secret(String value) {

    /** Whether somebody names it; takes no longer for what is nearly right. */
    public boolean is(String named) {
        return MessageDigest.isEqual(bytes(value), bytes(named));
    }

    /**
     * Signs a text with it (RFC 2104).
     *
     * @param algorithm as Java names it, such as {@code HmacSHA256}
     */
    public byte[] sign(String algorithm, String text) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(bytes(value), algorithm));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(algorithm + " cannot sign", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "***";
    }
}
