package org.rapidsms.app.locations;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.rapidsms.app.App;
import org.rapidsms.location.Location;
import org.rapidsms.message.IncomingMessage;

/**
 * Understands texts that end with {@code at PLACE}: the message gets the place, and its text is
 * what stands before.
 *
 * <p>The place is named by its code or, if there is only one of that name, by its name. A text that
 * names none stays as it is, word by word.
 */
@ApplicationScoped
@Priority(200)
public class Locations implements App {

    @PersistenceContext EntityManager entities;

    @Override
    public void parse(IncomingMessage message) {
        AtPlace.in(message.text())
                .filter(at -> at.place().length() <= Location.NAME_LENGTH)
                .ifPresent(at -> locate(message, at));
    }

    private void locate(IncomingMessage message, AtPlace at) {
        find(at.place())
                .ifPresent(
                        place -> {
                            message.locate(place);
                            message.changeText(at.text());
                        });
    }

    private Optional<Location> find(String spelling) {
        var key = Location.key(spelling);
        var byCode = with("codeKey", key);
        // Each by its own index; both conditions in one query would have none.
        var found = byCode.isEmpty() ? with("nameKey", key) : byCode;
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<Location> with(String column, String key) {
        return entities.createQuery(
                        "select l from Location l where l." + column + " = :key", Location.class)
                .setParameter("key", key)
                .setMaxResults(2)
                .getResultList();
    }
}
