package org.rapidsms.it.stranger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.rapidsms.app.App;
import org.rapidsms.message.IncomingMessage;
import org.rapidsms.message.Messaging;
import org.rapidsms.message.OutgoingMessage;

/**
 * Sends a text to many for {@code RoutingBenchmark}: {@code broadcast 10000 NAME} to so many phones
 * of that backend. Its answer says after how many milliseconds {@code send} returned.
 */
@ApplicationScoped
public class Broadcast implements App {

    @Inject Messaging messaging;

    @Override
    public boolean handle(IncomingMessage message) {
        var words = message.text().split(" ");
        if (!words[0].equals("broadcast")) {
            return false;
        }
        var identities =
                IntStream.range(0, Integer.parseInt(words[1]))
                        .mapToObj(i -> String.valueOf(17_000_000 + i))
                        .toList();
        var phones = messaging.lookupConnections(words[2], identities);
        long began = System.nanoTime();
        messaging.send(new OutgoingMessage(phones, "to all"));
        message.respond("returned in " + (System.nanoTime() - began) / 1_000_000);
        return true;
    }
}
