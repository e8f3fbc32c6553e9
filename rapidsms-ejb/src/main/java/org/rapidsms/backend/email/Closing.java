package org.rapidsms.backend.email;

import jakarta.mail.MessagingException;
import jakarta.mail.Service;

/** Ends connections of which nothing is expected any more. */
final class Closing {

    private Closing() {}

    static void quietly(Service service) {
        try {
            service.close();
        } catch (MessagingException e) {
            // It is closed all the same, and what it did before counts.
        }
    }
}
