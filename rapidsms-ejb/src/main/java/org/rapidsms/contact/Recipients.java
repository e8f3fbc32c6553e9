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

    /** Each word costs a comparison with every name; nobody types more to find one. */
    private static final int MOST_WORDS = 8;

    @PersistenceContext EntityManager entities;

    /** For the container. */
    public Recipients() {}

    /** In a unit of work that is somebody else's. */
    public Recipients(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The connections of which each word is in the contact's name, the identity or the backend,
     * whatever its case. Of those that stand first, by name or identity, the ones with a contact
     * stand before the others.
     *
     * @param words any text; if it has no words, all connections match
     */
    public List<Connection> find(String words, int most) {
        return withIds(ids(words, most));
    }

    /** The numbers of what {@link #find} finds: nothing but an index is read for them. */
    public List<Long> ids(String words, int most) {
        var wanted = words.strip().toLowerCase(Locale.ROOT).split("\\s+", MOST_WORDS + 1);
        int count = Math.min(wanted.length, MOST_WORDS);
        var matches =
                IntStream.range(0, count)
                        .mapToObj(word -> "k.searchKey like :w" + word + " escape '!'")
                        .collect(Collectors.joining(" and "));
        var query =
                entities.createQuery(
                        "select k.id from Connection k where "
                                + matches
                                + " order by k.searchKey, k.contact.id, k.id",
                        Long.class);
        for (int i = 0; i < count; i++) {
            query.setParameter("w" + i, "%" + escaped(wanted[i]) + "%");
        }
        return query.setMaxResults(most).getResultList();
    }

    private static String escaped(String word) {
        return word.replaceAll("[!%_]", "!$0");
    }

    /**
     * The connections with these numbers, each once, with their contacts; those of contacts first.
     *
     * @param ids numbers that do not exist are passed over
     */
    public List<Connection> withIds(Collection<Long> ids) {
        return entities.createQuery(
                        "select k from Connection k left join fetch k.contact where k.id in :ids"
                                + " order by case when k.contact is null then 1 else 0 end,"
                                + " k.searchKey, k.id",
                        Connection.class)
                .setParameter("ids", ids)
                .getResultList();
    }
}
