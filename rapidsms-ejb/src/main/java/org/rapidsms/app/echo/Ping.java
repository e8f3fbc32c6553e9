package org.rapidsms.app.echo;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.app.BaseHandler;
import org.rapidsms.message.IncomingMessage;

/** Answers {@code ping}, written exactly so, with {@code pong}. */
@ApplicationScoped
public class Ping extends BaseHandler {

    @Override
    public boolean dispatch(IncomingMessage message) {
        if (!message.text().equals("ping")) {
            return false;
        }
        message.respond("pong");
        return true;
    }
}
