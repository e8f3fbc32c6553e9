package org.rapidsms.it.stranger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.rapidsms.app.App;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.IncomingMessage;

/**
 * Spoils the transaction of {@code stumble} until somebody has sent {@code mend PHONE}; tells how
 * many milliseconds lay between its tries if asked {@code gaps PHONE}.
 */
@ApplicationScoped
public class Stumbler implements App {

    @PersistenceContext(unitName = "rapidsms")
    EntityManager entities;

    private final Map<String, List<Instant>> seen = new ConcurrentHashMap<>();
    private final Map<String, Boolean> mended = new ConcurrentHashMap<>();

    @Override
    public boolean handle(IncomingMessage message) {
        var words = message.text().split(" ");
        switch (words[0]) {
            case "stumble" -> stumble(message);
            case "mend" -> mended.put(words[1], true);
            case "gaps" -> message.respond(gaps(seen.getOrDefault(words[1], List.of())));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void stumble(IncomingMessage message) {
        var phone = message.connection();
        seen.computeIfAbsent(phone.getIdentity(), p -> new CopyOnWriteArrayList<>())
                .add(Instant.now());
        if (mended.containsKey(phone.getIdentity())) {
            message.respond("on its feet");
        } else {
            message.respond("never said");
            entities.persist(new Connection(phone.getBackend(), phone.getIdentity()));
            entities.flush();
        }
    }

    private static String gaps(List<Instant> moments) {
        var gaps = new ArrayList<Long>();
        for (int i = 1; i < moments.size(); i++) {
            gaps.add(Duration.between(moments.get(i - 1), moments.get(i)).toMillis());
        }
        return gaps.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
