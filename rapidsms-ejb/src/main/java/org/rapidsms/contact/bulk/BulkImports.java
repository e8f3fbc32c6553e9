package org.rapidsms.contact.bulk;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.rapidsms.contact.Contacts;
import org.rapidsms.contact.Phone;

/** The files of contacts that are being added. Everybody has one at most. */
@Stateless
@PermitAll
public class BulkImports {

    /** Nobody comes back after so long, and the file has names and numbers of people. */
    private static final Duration KEPT = Duration.ofDays(1);

    @PersistenceContext(unitName = "rapidsms")
    EntityManager entities;

    @Inject Contacts contacts;

    @Inject Progress progress;

    /** The file that somebody brought last, unless it was dropped. */
    public Optional<BulkImport> latest(String username) {
        return entities.createQuery(
                        "select i from BulkImport i where i.username = :username order by i.id desc",
                        BulkImport.class)
                .setParameter("username", username)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /**
     * Takes a file in, whose lines are to be checked. It takes the place of the one that the same
     * user brought before.
     */
    public long begin(String username, BulkImport file) {
        drop(username);
        entities.createQuery("delete from BulkImport i where i.createdOn < :then")
                .setParameter("then", Instant.now().minus(KEPT))
                .executeUpdate();
        entities.persist(file);
        return file.getId();
    }

    /** Forgets what somebody brought; whoever works on it stops, and nothing of it is stored. */
    public void drop(String username) {
        entities.createQuery("delete from BulkImport i where i.username = :username")
                .setParameter("username", username)
                .executeUpdate();
    }

    /**
     * Keeps some lines that have been checked.
     *
     * @throws StoppedException if they are not wanted any more
     */
    public void stage(long id, List<StagedLine> lines) {
        var right = lines.stream().filter(line -> !line.isFaulty()).toList();
        require(
                entities.createQuery(
                                "update BulkImport i set i.lines = i.lines + :lines,"
                                        + " i.faulty = i.faulty + :faulty,"
                                        + " i.contacts = i.contacts + :contacts, i.touchedOn = :now"
                                        + " where i.id = :id and i.state = 'CHECKING'")
                        .setParameter("lines", (long) lines.size())
                        .setParameter("faulty", (long) lines.size() - right.size())
                        .setParameter("contacts", right.stream().filter(l -> !l.isGoesOn()).count())
                        .setParameter("now", Instant.now())
                        .setParameter("id", id));
        for (var line : lines) {
            line.belongsTo(id);
            entities.persist(line);
        }
    }

    /** Those of these phones that lines of the file have already. */
    public Set<Phone> staged(long id, Collection<Phone> phones) {
        var wanted = new HashSet<>(phones);
        // By identity alone: of two lists H2 looks up neither, and reads the whole file.
        return entities.createQuery(
                        "select l from StagedLine l where l.identity in :identities"
                                + " and l.importId = :id",
                        StagedLine.class)
                .setParameter("id", id)
                .setParameter("identities", wanted.stream().map(Phone::identity).toList())
                .getResultStream()
                .filter(line -> !line.isFaulty())
                .map(StagedLine::phone)
                .filter(wanted::contains)
                .collect(Collectors.toSet());
    }

    /**
     * Moves a file on.
     *
     * @throws StoppedException if it is not where it is moved from, or gone
     */
    public void move(long id, BulkImport.State from, BulkImport.State to) {
        require(
                entities.createQuery(
                                "update BulkImport i set i.state = :to, i.touchedOn = :now"
                                        + " where i.id = :id and i.state = :from")
                        .setParameter("from", from.name())
                        .setParameter("to", to.name())
                        .setParameter("now", Instant.now())
                        .setParameter("id", id));
    }

    private static void require(Query update) {
        if (update.executeUpdate() == 0) {
            throw new StoppedException();
        }
    }

    /** Says that a file is to be stored; false if somebody has said it before, or it is faulty. */
    public boolean confirm(long id) {
        return entities.createQuery(
                                "update BulkImport i set i.state = 'STORING', i.stored = 0,"
                                        + " i.touchedOn = :now where i.id = :id"
                                        + " and i.state = 'CHECKED' and i.faulty = 0"
                                        + " and i.contacts > 0")
                        .setParameter("now", Instant.now())
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    /**
     * Stores all contacts of a file, in the transaction of the caller.
     *
     * @throws StoppedException if they are not wanted any more
     * @throws org.rapidsms.contact.TakenException if somebody owns one of their phones
     */
    public void store(long id) {
        var file = entities.find(BulkImport.class, id);
        if (file == null) {
            throw new StoppedException();
        }
        long wanted = file.getContacts();
        var source = new StagedContacts(line -> linesAfter(id, line, Contacts.BATCH));
        long stored = contacts.addAll(source, count -> progress.tell(id, Math.min(count, wanted)));
        move(id, BulkImport.State.STORING, BulkImport.State.STORED);
        if (stored != wanted) {
            // Somebody has dropped it while its lines were read.
            throw new StoppedException();
        }
    }

    /** Forgets the lines of a file that is stored. */
    public void tidy(long id) {
        entities.createQuery("delete from StagedLine l where l.importId = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * Says of lines that their phones belong to somebody by now.
     *
     * @param owners their names, by number of line
     * @throws StoppedException if the file is gone
     */
    public void accuse(long id, String fault, SortedMap<Long, String> owners) {
        require(
                entities.createQuery(
                                "update BulkImport i set i.faulty = i.faulty + :more,"
                                        + " i.touchedOn = :now where i.id = :id")
                        .setParameter("more", (long) owners.size())
                        .setParameter("now", Instant.now())
                        .setParameter("id", id));
        if (!owners.isEmpty()) {
            // From the first to the last: of a list H2 looks up nothing, and reads the whole file.
            entities.createQuery(
                            "select l from StagedLine l where l.importId = :id"
                                    + " and l.line between :first and :last",
                            StagedLine.class)
                    .setParameter("id", id)
                    .setParameter("first", owners.firstKey())
                    .setParameter("last", owners.lastKey())
                    .getResultStream()
                    .filter(line -> owners.containsKey(line.getLine()))
                    .forEach(line -> line.accuse(fault, null, owners.get(line.getLine())));
        }
    }

    /** Lines with greater numbers, in the order of the file. */
    public List<StagedLine> linesAfter(long id, long line, int most) {
        return lines("l.line > :line order by l.line", id, line, most);
    }

    /** Lines with smaller numbers, backwards. */
    public List<StagedLine> linesBefore(long id, long line, int most) {
        return lines("l.line < :line order by l.line desc", id, line, most);
    }

    /** Lines with greater numbers that are wrong, in the order of the file. */
    public List<StagedLine> faultyAfter(long id, long line, int most) {
        return lines("l.faulty = true and l.line > :line order by l.line", id, line, most);
    }

    /** Lines with smaller numbers that are wrong, backwards. */
    public List<StagedLine> faultyBefore(long id, long line, int most) {
        return lines("l.faulty = true and l.line < :line order by l.line desc", id, line, most);
    }

    private List<StagedLine> lines(String which, long id, long line, int most) {
        return entities.createQuery(
                        "select l from StagedLine l where l.importId = :id and " + which,
                        StagedLine.class)
                .setParameter("id", id)
                .setParameter("line", line)
                .setMaxResults(most)
                .getResultList();
    }
}
