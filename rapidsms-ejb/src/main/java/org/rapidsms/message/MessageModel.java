package org.rapidsms.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rapidsms.admin.Column;
import org.rapidsms.admin.Companion;
import org.rapidsms.admin.EntityModel;

/** Messages, for administrators: they are history, which is looked at, or deleted. */
@ApplicationScoped
public class MessageModel extends EntityModel<Message> {

    public MessageModel() {
        super(Message.class, "messages", Message::getId, null);
        column("direction", Message::getDirection);
        column("status", Message::getStatus);
        column("backend", Message::getBackend);
        column("date", Message::getDate);
        fact("text", Message::getText);
        fact("handledBy", Message::getHandledBy);
        fact("problem", Message::getProblem);
        fact("fields", Message::getFields);
        fact("externalId", Message::getExternalId);
        fact("messageId", Message::getMessageId);
        fact(new Column<>("inResponseTo", Message::getInResponseTo, MessageModel::question));
        fact("updated", Message::getUpdated);
        fact("sent", Message::getSent);
        fact("delivered", Message::getDelivered);
        searchWhole("messageId");
        filter("direction", Direction.class);
        filter("status", Status.class);
    }

    private static String question(Message answer) {
        return answer.getInResponseTo() == null
                ? null
                : "/admin/messages/%d/".formatted(answer.getInResponseTo().getId());
    }

    @Override
    public int priority() {
        return 40;
    }

    @Override
    public Set<Action> actions() {
        return EnumSet.of(Action.DELETE);
    }

    @Override
    public Optional<String> page(Message message) {
        return Optional.of("/messagelog/%s/".formatted(message.getMessageId()));
    }

    @Override
    public List<Companion> alongWithDelete(Message message) {
        return Stream.of(
                        companion(
                                "along.transmissions",
                                "select t.id from Transmission t where t.message = :row",
                                message),
                        companion(
                                "along.answers",
                                "select m.id from Message m where m.inResponseTo = :row",
                                message))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void delete(Message message) {
        entities.createQuery("delete from Transmission t where t.message = :row")
                .setParameter("row", message)
                .executeUpdate();
        super.delete(message);
    }
}
