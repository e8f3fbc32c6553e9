package org.rapidsms.backend;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The texts that wait for phones of ours to fetch and send them. Each is given to one phone at a
 * time, and to the next that asks if nothing is heard of it for a while.
 */
@Stateless
@PermitAll
public class PhoneTexts {

    /** So much is given to a phone at once. */
    public static final int MOST = 50;

    /** For so long a phone may repeat what it has said of a text that has come to its end. */
    private static final Duration REPEATED = Duration.ofDays(7);

    @PersistenceContext EntityManager entities;

    /** Keeps a text for each of its phones; when this returns it survives the server. */
    public void keep(String backend, OutgoingSms sms) {
        var kept =
                new HashSet<>(
                        entities.createQuery(
                                        "select t.identity from PhoneText t"
                                                + " where t.backend = :backend and t.messageId = :id",
                                        String.class)
                                .setParameter("backend", backend)
                                .setParameter("id", sms.messageId())
                                .getResultList());
        var now = Instant.now();
        sms.identities().stream()
                // It is handed over once more if the server died before it knew that it was kept.
                .filter(identity -> !kept.contains(identity))
                .forEach(identity -> entities.persist(new PhoneText(backend, sms, identity, now)));
    }

    /**
     * Gives texts to a phone.
     *
     * @param lease after this long they are given to the next that asks, if nothing was heard of
     *     them; zero for never
     */
    public List<PhoneText> fetch(String backend, Duration lease) {
        var now = Instant.now();
        @SuppressWarnings("unchecked")
        List<PhoneText> texts =
                entities.createNativeQuery(
                                "select * from phone_text where backend = :backend and due <= :now"
                                        + " order by backend, due, id limit "
                                        + MOST
                                        + " for update skip locked",
                                PhoneText.class)
                        .setParameter("backend", backend)
                        .setParameter("now", now)
                        .getResultList();
        texts.forEach(text -> text.fetched(again(lease, now)));
        return texts;
    }

    private static Instant again(Duration lease, Instant now) {
        return lease.isZero() ? null : now.plus(lease);
    }

    /**
     * A phone still has a text.
     *
     * @param lease as for {@link #fetch}
     */
    public Optional<PhoneText> hold(String backend, String name, Duration lease) {
        var text = find(backend, name).filter(open -> !open.isEnded());
        text.ifPresent(open -> open.fetched(again(lease, Instant.now())));
        return text;
    }

    /** A phone has said the last word of a text. It may say it again. */
    public Optional<PhoneText> end(String backend, String name) {
        var text = find(backend, name);
        text.ifPresent(PhoneText::end);
        return text;
    }

    private Optional<PhoneText> find(String backend, String name) {
        return entities.createQuery(
                        "select t from PhoneText t where t.backend = :backend and t.name = :name",
                        PhoneText.class)
                .setParameter("backend", backend)
                .setParameter("name", name)
                .getResultStream()
                .findFirst();
    }

    /** The names of the newest texts that phones were given and have not said the last word of. */
    public Collection<String> open(String backend) {
        return entities.createQuery(
                        "select t.name from PhoneText t where t.backend = :backend"
                                + " and t.fetched = true and t.ended = false order by t.id desc",
                        String.class)
                .setParameter("backend", backend)
                .setMaxResults(MOST)
                .getResultList();
    }

    /**
     * Ends what is due and too old, and forgets what has long been over.
     *
     * @param age how old a text may be and still be given to a phone
     * @return what was ended so
     */
    public List<PhoneText> giveUp(String backend, Duration age) {
        var tooOld = Instant.now().minus(age);
        entities.createQuery(
                        "delete from PhoneText t where t.backend = :backend and t.date < :date"
                                + " and t.due is null")
                .setParameter("backend", backend)
                .setParameter("date", tooOld.minus(REPEATED))
                .executeUpdate();
        var late =
                entities.createQuery(
                                "select t from PhoneText t where t.backend = :backend"
                                        + " and t.date < :date and t.due is not null order by t.id",
                                PhoneText.class)
                        .setParameter("backend", backend)
                        .setParameter("date", tooOld)
                        .setMaxResults(MOST)
                        .getResultList();
        late.forEach(PhoneText::end);
        return late;
    }
}
