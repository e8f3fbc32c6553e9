package org.rapidsms.backend.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import org.rapidsms.admin.EntityModel;

/** What database backends have sent and received, for administrators. */
@ApplicationScoped
public class BackendMessageModel extends EntityModel<BackendMessage> {

    public BackendMessageModel() {
        super(BackendMessage.class, "backend-messages", BackendMessage::getId, null);
        column("incoming", BackendMessage::isIncoming);
        column("identity", BackendMessage::getIdentity);
        column("backend", BackendMessage::getName);
        column("date", BackendMessage::getDate);
        fact("text", BackendMessage::getText);
        fact("messageId", BackendMessage::getMessageId);
        fact("externalId", BackendMessage::getExternalId);
        searchWhole("identity");
    }

    @Override
    public int priority() {
        return 70;
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.of(Action.DELETE);
    }
}
