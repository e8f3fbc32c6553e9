package org.rapidsms.contact;

import java.io.Serializable;

/**
 * What a connection is told apart by, whether it is stored or not.
 *
 * @param backend the name of the backend
 * @param identity the phone's address there
 */
public record Phone(String backend, String identity) implements Serializable {

    static Phone of(Connection connection) {
        return new Phone(connection.getBackend(), connection.getIdentity());
    }

    @Override
    public String toString() {
        return identity + " via " + backend;
    }
}
