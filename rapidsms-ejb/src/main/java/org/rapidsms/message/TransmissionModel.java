package org.rapidsms.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rapidsms.admin.Choice;
import org.rapidsms.admin.Column;
import org.rapidsms.admin.Companion;
import org.rapidsms.admin.EntityModel;
import org.rapidsms.admin.Entry;
import org.rapidsms.admin.Field;
import org.rapidsms.admin.RefusedException;

/**
 * Transmissions, for administrators. They are history, but for the status of those to phones: one
 * that was left behind by a server that died can be sent again, or given up.
 */
@ApplicationScoped
public class TransmissionModel extends EntityModel<Transmission> {

    private static final Status[] KNOWN = {
        Status.QUEUED, Status.SENT, Status.DELIVERED, Status.ERRORED
    };

    public TransmissionModel() {
        super(Transmission.class, "transmissions", Transmission::getId, null);
        fetch("message", "connection", "connection.contact");
        column(
                new Column<>(
                        "message",
                        Transmission::getMessage,
                        t -> "/admin/messages/%d/".formatted(t.getMessage().getId())));
        column("status", Transmission::getStatus);
        column("updated", Transmission::getUpdated);
        fact(
                new Column<>(
                        "connection",
                        Transmission::getConnection,
                        t -> "/admin/connections/%d/".formatted(t.getConnection().getId())));
        fact("problem", Transmission::getProblem);
        fact("externalId", Transmission::getExternalId);
        fact("date", Transmission::getDate);
        fact("sent", Transmission::getSent);
        fact("delivered", Transmission::getDelivered);
        searchWhole("message.messageId");
        searchWhole("connection.identity");
        filter("status", Status.class);
        field(
                Field.<Transmission>choice(
                                "status", () -> Choice.of(KNOWN), t -> t.getStatus().name())
                        .required());
        field(Field.text("problem", Transmission::getProblem));
    }

    @Override
    public int priority() {
        return 50;
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.of(Action.EDIT, Action.DELETE);
    }

    @Override
    public String title(Transmission transmission) {
        return transmission.getConnection().toString();
    }

    @Override
    public void edit(Transmission transmission, Entry entry) {
        var message = transmission.getMessage();
        if (message.getDirection() == Direction.INCOMING) {
            throw new RefusedException("status", "refused.incoming");
        }
        var now = Instant.now();
        // As the router does: first the transmission, then its message.
        entities.lock(transmission, LockModeType.PESSIMISTIC_WRITE);
        transmission.correct(entry.constant("status", Status.class), entry.text("problem"), now);
        flush();
        MessageStatuses.follow(entities, List.of(message.getId()), now);
        flush();
    }

    @Override
    public List<Companion> alongWithDelete(Transmission transmission) {
        return companion(
                        "along.reports",
                        "select r.id from ReceivedReport r where r.transmission = :row",
                        transmission)
                .stream()
                .toList();
    }
}
