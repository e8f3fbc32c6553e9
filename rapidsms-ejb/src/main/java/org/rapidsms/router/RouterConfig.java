package org.rapidsms.router;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.rapidsms.settings.ServerProperties;
import org.rapidsms.settings.Settings;

/**
 * The settings of all routers.
 *
 * @param batchSize {@code rapidsms.router.batch-size}: how many phones a backend is handed at once,
 *     at most
 * @param attempts {@code rapidsms.router.attempts}: how often the router {@code jms} tries a
 *     message before it is a dead letter
 * @param language {@code rapidsms.default-language}: in which to answer those whose own is not
 *     known
 */
public record RouterConfig(int batchSize, int attempts, Locale language) {

    /** Reads them once. */
    @ApplicationScoped
    static class Reader {

        @Produces
        RouterConfig read(ServerProperties properties) {
            var router = properties.settings("rapidsms.router");
            var all = properties.settings("rapidsms");
            return new RouterConfig(
                    router.number("batch-size", 200, 1, 10_000),
                    router.number("attempts", 5, 1, 1000),
                    language(all));
        }

        private static Locale language(Settings settings) {
            var tag = settings.text("default-language", "en");
            try {
                return new Locale.Builder().setLanguageTag(tag).build();
            } catch (IllformedLocaleException e) {
                throw settings.wrong(
                        "default-language",
                        "must be a language tag such as fr or pt-BR, not " + tag);
            }
        }
    }
}
