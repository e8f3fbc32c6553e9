package org.rapidsms.router;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.Consent;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Message;

/** Takes in what gateways tell, by whatever way it came. */
@ApplicationScoped
public class Arrivals {

    @Inject Spool spool;

    @Inject DeliveryReports reports;

    @Inject Consents consents;

    /**
     * Stores an event. When this returns it survives the server.
     *
     * @throws BadWebhookException if nobody can ever store it
     * @throws RuntimeException if it cannot be stored now
     */
    public void store(ConfiguredBackend backend, BackendEvent event) {
        if (event instanceof IncomingSms sms) {
            check(sms.identity(), Connection.IDENTITY_LENGTH, "the sender");
            check(sms.fields().getOrDefault("external_id", ""), Message.ID_LENGTH, "the id");
            spool.receive(
                    new IncomingMessage(
                            new Connection(backend.name(), sms.identity()),
                            sms.text(),
                            sms.fields()));
        } else if (event instanceof DeliveryReport report) {
            reports.apply(backend.name(), report);
        } else if (event instanceof Consent consent) {
            check(consent.identity(), Connection.IDENTITY_LENGTH, "the phone");
            consents.apply(backend.name(), consent);
        }
    }

    private static void check(String value, int most, String what) {
        if (value.length() > most) {
            throw new BadWebhookException(what + " has more than " + most + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new BadWebhookException(what + " has control characters");
        }
    }
}
