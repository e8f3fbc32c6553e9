package org.rapidsms.contact;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds whom a message may be sent to: the stored connections. */
@Stateless
@PermitAll
public class Recipients {

    private static final String BEGINNING = "select k from Connection k left join fetch k.contact";

    /** Each word costs a comparison with every name; nobody types more to find one. */
    private static final int MOST_WORDS = 8;

    @PersistenceContext EntityManager entities;

    /**
     * The connections of which each word is in the contact's name, the identity or the backend,
     * whatever its case; those with a contact first, by name.
     *
     * @param words any text; if it has no words, all connections match
     */
    public List<Connection> find(String words, int most) {
        var wanted = words.strip().toLowerCase(Locale.ROOT).split("\\s+", MOST_WORDS + 1);
        int count = Math.min(wanted.length, MOST_WORDS);
        var matches =
                IntStream.range(0, count)
                        .mapToObj(Recipients::matches)
                        .collect(Collectors.joining(" and "));
        var query =
                entities.createQuery(
                        BEGINNING
                                + " left join k.contact c where "
                                + matches
                                + " order by case when c.name is null then 1 else 0 end,"
                                + " c.name, k.identity, k.id",
                        Connection.class);
        for (int i = 0; i < count; i++) {
            query.setParameter("w" + i, "%" + escaped(wanted[i]) + "%");
        }
        return query.setMaxResults(most).getResultList();
    }

    private static String matches(int word) {
        var like = " like :w" + word + " escape '!'";
        return "(lower(c.name)"
                + like
                + " or lower(k.identity)"
                + like
                + " or lower(k.backend)"
                + like
                + ")";
    }

    private static String escaped(String word) {
        return word.replaceAll("[!%_]", "!$0");
    }

    /**
     * The connections with these numbers, each once, with their contacts.
     *
     * @param ids numbers that do not exist are passed over
     */
    public List<Connection> withIds(Collection<Long> ids) {
        return entities.createQuery(
                        BEGINNING + " where k.id in :ids order by k.id", Connection.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
