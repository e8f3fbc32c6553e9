package org.rapidsms.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rapidsms.admin.Choice;
import org.rapidsms.admin.Column;
import org.rapidsms.admin.Companion;
import org.rapidsms.admin.EntityModel;
import org.rapidsms.admin.Filter;
import org.rapidsms.admin.Listing;

/** Messages, for administrators: they are history, which is looked at, or deleted. */
@ApplicationScoped
public class MessageModel extends EntityModel<Message> {

    private static final String STATUS = "status";
    private static final Map<String, Map<String, String>> JOURNEYS = new LinkedHashMap<>();

    static {
        List.of(Status.QUEUED, Status.RECEIVED, Status.ERRORED)
                .forEach(status -> journey(Direction.INCOMING, status));
        List.of(Status.PROCESSING, Status.SENT, Status.DELIVERED, Status.ERRORED)
                .forEach(status -> journey(Direction.OUTGOING, status));
    }

    private static void journey(Direction direction, Status status) {
        var filters = new LinkedHashMap<String, String>();
        filters.put("direction", direction.name());
        filters.put(STATUS, status.name());
        JOURNEYS.put(direction + "_" + status, filters);
    }

    public MessageModel() {
        super(Message.class, "messages", Message::getId, null);
        column("direction", Message::getDirection);
        column(STATUS, Message::getStatus);
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
        filter(STATUS, Status.class);
    }

    /** Both at once, and only what there is: so one index leads to every choice. */
    @Override
    public List<Filter> filters() {
        return List.of(
                new Filter(
                        STATUS,
                        () -> JOURNEYS.keySet().stream().map(j -> new Choice(j, null)).toList()));
    }

    @Override
    public List<Message> list(Listing wanted) {
        var journey = JOURNEYS.get(wanted.filters().getOrDefault(STATUS, ""));
        return super.list(
                new Listing(
                        wanted.search(),
                        journey == null ? Map.of() : journey,
                        wanted.key(),
                        wanted.newer(),
                        wanted.most()));
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
