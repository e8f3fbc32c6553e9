package org.rapidsms.backend.smpp;

import static jakarta.ejb.TransactionAttributeType.REQUIRES_NEW;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The parts of texts that have come so far. They outlive the server.
 *
 * <p>Phones count their long texts from 0 to 255 and begin anew, some do not count at all, and SMS
 * centres repeat what was not answered. So a part belongs to the text of its number that still
 * lacks it; if that text has it already, and otherwise, a new text has begun.
 */
@Stateless
@PermitAll
@TransactionAttribute(REQUIRES_NEW)
public class SmppParts {

    private static final String OF_THE_SAME =
            " p.backend = :backend and p.source = :source and p.destination = :destination"
                    + " and p.reference = :reference and p.total = :total";

    private static final int MANY = 100;

    @PersistenceContext EntityManager entities;

    /** Keeps a part. One at a time for each backend: of two, each could begin a text of its own. */
    public void keep(SmppPart part) {
        var open = ofTheSame(part, "p.taken is null and p.due > :now");
        var twin = open.stream().filter(other -> other.number() == part.number()).findFirst();
        if (twin.isPresent() && twin.get().isSameAs(part)) {
            part.join(twin.get().assembly());
            return;
        }
        if (twin.isPresent()) {
            open.forEach(SmppPart::expire);
        }
        boolean begins = open.isEmpty() || twin.isPresent();
        part.join(begins ? UUID.randomUUID().toString() : open.get(0).assembly());
        entities.persist(part);
    }

    private List<SmppPart> ofTheSame(SmppPart part, String condition) {
        var query =
                entities.createQuery(
                                "select p from SmppPart p where"
                                        + OF_THE_SAME
                                        + " and "
                                        + condition
                                        + " order by p.id",
                                SmppPart.class)
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

    /** All that has come of the text of a part that was kept. */
    public PartedText textOf(SmppPart part) {
        return text(part.assembly());
    }

    private PartedText text(String assembly) {
        return PartedText.of(
                entities.createQuery(
                                "select p from SmppPart p where p.assembly = :assembly order by"
                                        + " p.id",
                                SmppPart.class)
                        .setParameter("assembly", assembly)
                        .getResultList());
    }

    /** The texts whose missing parts nobody waits for any longer. */
    public List<PartedText> overdue(String backend) {
        var late =
                entities
                        .createQuery(
                                "select p.assembly from SmppPart p where p.backend = :backend"
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
        return late.get(false);
    }

    /**
     * An SMS centre that missed an answer of ours repeats a part when its text is long complete.
     */
    private boolean isRepeated(PartedText late) {
        return ofTheSame(late.parts().get(0), "p.taken is not null").stream()
                .collect(Collectors.groupingBy(SmppPart::assembly))
                .values()
                .stream()
                .anyMatch(before -> late.isPartOf(PartedText.of(before)));
    }

    /** The text of these parts was handed on. */
    public void taken(PartedText text) {
        entities.createQuery("update SmppPart p set p.taken = :now where p.assembly = :assembly")
                .setParameter("now", Instant.now())
                .setParameter("assembly", text.parts().get(0).assembly())
                .executeUpdate();
    }

    /** Forgets what was handed on so long ago that nobody repeats it. */
    public void forget(String backend, Duration age) {
        entities.createQuery(
                        "delete from SmppPart p where p.backend = :backend and p.taken < :before")
                .setParameter("backend", backend)
                .setParameter("before", Instant.now().minus(age))
                .executeUpdate();
    }
}
