package org.rapidsms.app.echo;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.app.KeywordHandler;
import org.rapidsms.app.Phrases;
import org.rapidsms.message.IncomingMessage;

/** Sends back what follows the keyword. */
@ApplicationScoped
public class Echo extends KeywordHandler {

    private static final Phrases PHRASES = Phrases.of(Echo.class);

    public Echo() {
        super("echo");
    }

    @Override
    protected void handle(IncomingMessage message, String rest) {
        message.respond(rest);
    }

    @Override
    protected void help(IncomingMessage message) {
        message.respond(PHRASES.to(message, "help"));
    }
}
