package org.rapidsms.backend.http;

import java.util.Optional;
import org.rapidsms.settings.Settings;

/**
 * The settings of one HTTP backend.
 *
 * @param outgoing how the gateway is called; empty without {@code outgoing-url}: then the backend
 *     only receives
 * @param batchSize {@code batch-size}: how many phones one call reaches
 * @param replies what the gateway's answers mean
 * @param incoming how it brings a text
 * @param reports how it reports what became of ours; empty if it does not
 * @param answer what it is answered
 */
record HttpConfig(
        Optional<Outgoing> outgoing,
        int batchSize,
        Replies replies,
        Incoming incoming,
        Optional<Reports> reports,
        Answer answer) {

    private static final int MOST_PHONES = 1000;

    static HttpConfig from(Settings settings) {
        var credentials = Credentials.from(settings);
        return new HttpConfig(
                settings.optional("outgoing-url").map(url -> Outgoing.from(settings, credentials)),
                settings.number("batch-size", 1, 1, MOST_PHONES),
                Replies.from(settings, credentials),
                Incoming.from(settings),
                Reports.from(settings),
                Answer.from(settings));
    }
}
