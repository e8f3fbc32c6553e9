package org.rapidsms.backend;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The parts of texts of phones that have come so far. They outlive the server.
 *
 * <p>Phones count their long texts from 0 to 255 and begin anew, some do not count at all, and SMS
 * centres repeat what was not answered. So a part belongs to the text of its number that still
 * lacks it; if that text has it already, and otherwise, a new text has begun. A part that has an id
 * of its own is repeated if that one came before, however long ago.
 */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class TextParts {

    private static final String OF_THE_SAME =
            " p.backend = :backend and p.source = :source and p.destination = :destination"
                    + " and p.reference = :reference and p.total = :total";

    private static final int MANY = 100;

    @PersistenceContext EntityManager entities;

    /**
     * Keeps a part, if it is not repeated.
     *
     * @return all that has come of its text
     */
    public PartedText keep(TextPart part) {
        lock(part.backend());
        return text(assembly(part));
    }

    /** One at a time, whatever the node: of two parts, each could begin a text of its own. */
    private void lock(String backend) {
        entities.find(BackendState.class, backend, LockModeType.PESSIMISTIC_WRITE);
    }

    private String assembly(TextPart part) {
        var before = byId(part);
        if (before.isPresent()) {
            return before.get().assembly();
        }
        var open = ofTheSame(part, "p.taken is null and p.due > :now");
        var twin = open.stream().filter(other -> other.number() == part.number()).findFirst();
        if (twin.isPresent() && twin.get().isSameAs(part)) {
            return twin.get().assembly();
        }
        if (twin.isPresent()) {
            open.forEach(TextPart::expire);
        }
        boolean begins = open.isEmpty() || twin.isPresent();
        part.join(begins ? UUID.randomUUID().toString() : open.get(0).assembly());
        entities.persist(part);
        return part.assembly();
    }

    private Optional<TextPart> byId(TextPart part) {
        if (part.externalId() == null) {
            return Optional.empty();
        }
        return entities.createQuery(
                        "select p from TextPart p where p.backend = :backend"
                                + " and p.externalId = :id and p.number = :number order by p.id",
                        TextPart.class)
                .setParameter("backend", part.backend())
                .setParameter("id", part.externalId())
                .setParameter("number", part.number())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private List<TextPart> ofTheSame(TextPart part, String condition) {
        var query =
                entities.createQuery(
                                "select p from TextPart p where"
                                        + OF_THE_SAME
                                        + " and "
                                        + condition
                                        + " order by p.id",
                                TextPart.class)
                        .setParameter("backend", part.backend())
                        .setParameter("source", part.source())
                        .setParameter("destination", part.destination())
                        .setParameter("reference", part.reference())
                        .setParameter("total", part.total());
        if (condition.contains(":now")) {
            query.setParameter("now", Instant.now());
        }
        return query.getResultList();
    }

    private PartedText text(String assembly) {
        return PartedText.of(
                entities.createQuery(
                                "select p from TextPart p where p.assembly = :assembly order by"
                                        + " p.id",
                                TextPart.class)
                        .setParameter("assembly", assembly)
                        .getResultList());
    }

    /**
     * The texts whose missing parts nobody waits for any longer. None of them grows from now on.
     */
    public List<PartedText> overdue(String backend) {
        lock(backend);
        var late =
                entities
                        .createQuery(
                                "select p.assembly from TextPart p where p.backend = :backend"
                                        + " and p.taken is null and p.due <= :now"
                                        + " group by p.assembly order by min(p.id)",
                                String.class)
                        .setParameter("backend", backend)
                        .setParameter("now", Instant.now())
                        .setMaxResults(MANY)
                        .getResultList()
                        .stream()
                        .map(this::text)
                        .collect(Collectors.partitioningBy(this::isRepeated));
        late.get(true).forEach(this::taken);
        // What comes while they are handed on begins a text of its own.
        late.get(false).forEach(text -> text.parts().forEach(TextPart::expire));
        return late.get(false);
    }

    /**
     * An SMS centre that missed an answer of ours repeats a part when its text is long complete.
     */
    private boolean isRepeated(PartedText late) {
        return ofTheSame(late.parts().get(0), "p.taken is not null").stream()
                .collect(Collectors.groupingBy(TextPart::assembly))
                .values()
                .stream()
                .anyMatch(before -> late.isPartOf(PartedText.of(before)));
    }

    /** The text of these parts was handed on. */
    public void taken(PartedText text) {
        entities.createQuery("update TextPart p set p.taken = :now where p.assembly = :assembly")
                .setParameter("now", Instant.now())
                .setParameter("assembly", text.parts().get(0).assembly())
                .executeUpdate();
    }

    /** Forgets what was handed on and waited for until so long ago that nobody repeats it. */
    public void forget(Instant before) {
        entities.createQuery("delete from TextPart p where p.taken is not null and p.due < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
