package org.rapidsms.router;

import static org.rapidsms.router.RouterLog.LOG;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.rapidsms.backend.Consent;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.contact.Connection;
import org.rapidsms.contact.Connections;
import org.rapidsms.message.Message;
import org.rapidsms.message.MessageStatuses;
import org.rapidsms.message.Transmission;
import org.rapidsms.schema.Sql;

/**
 * Keeps to what the owners of phones want. Who has stopped us is written to only in answer to what
 * they write: whether that arrives is then for the gateway to decide.
 */
@Stateless
@PermitAll
public class Consents {

    private static final String REFUSAL = SendFailure.OPTED_OUT + ": they want no texts of ours";

    @PersistenceContext EntityManager entities;

    @Inject Connections connections;

    /** Why a message is not sent to a phone whose owner has stopped us; null if it is sent. */
    static String refusal(Message message, Connection phone) {
        return phone.getOptedOut() != null && message.getInResponseTo() == null ? REFUSAL : null;
    }

    /** Applies what a gateway was told. */
    public void apply(String backend, Consent consent) {
        var phone = connections.lookup(backend, consent.identity());
        if (consent.given()) {
            phone.optIn();
        } else {
            stop(phone, Instant.now());
        }
    }

    /** The owner of a phone has stopped us: what waits for it is given up, but for answers. */
    void stop(Connection phone, Instant now) {
        phone.optOut(now);
        entities.flush();
        var messages = new TreeSet<Long>();
        for (var row : waiting(phone)) {
            var waiting = entities.find(Transmission.class, row, LockModeType.PESSIMISTIC_WRITE);
            if (waiting != null) {
                waiting.errored(REFUSAL, now);
                messages.add(waiting.getMessage().getId());
            }
        }
        MessageStatuses.follow(entities, messages, now);
        LOG.optedOut(phone.getBackend(), messages.size());
    }

    private List<Long> waiting(Connection phone) {
        return Sql.in(entities)
                .query(
                        "select id from transmission where connection_id = ? and status = 'Q'"
                                + " and due is not null and urgent = false order by id",
                        row -> row.getLong(1),
                        phone.getId());
    }
}
