package org.rapidsms.account;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

/** Stands for the server's own hash, which no test without a server has. */
class PlainHash implements Pbkdf2PasswordHash {

    @Override
    public void initialize(Map<String, String> parameters) {
        // Nothing to choose.
    }

    @Override
    public String generate(char[] password) {
        return "hash of " + new String(password);
    }

    @Override
    public boolean verify(char[] password, String hashed) {
        return generate(password).equals(hashed);
    }
}
