package org.example;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.app.App;
import org.rapidsms.message.IncomingMessage;

/** Answers "marco" with "polo". */
@ApplicationScoped
public class MarcoPolo implements App {

    @Override
    public boolean handle(IncomingMessage message) {
        if (!message.text().strip().equalsIgnoreCase("marco")) {
            return false;
        }
        message.respond("polo");
        return true;
    }
}
