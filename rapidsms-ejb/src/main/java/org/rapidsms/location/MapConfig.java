package org.rapidsms.location;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.rapidsms.settings.ServerProperties;
import org.rapidsms.settings.Settings;

/**
 * The settings of maps: {@code rapidsms.locations.…}.
 *
 * @param tiles {@code tiles}: where pictures of the ground are fetched, with {z}, {x} and {y} in
 *     it; empty if nothing is to leave this server
 * @param attribution {@code attribution}: whom to thank for them
 * @param centre {@code latitude} and {@code longitude}: what a map shows while it has no place
 */
public record MapConfig(String tiles, String attribution, Point centre) {

    /** The server that the pictures are fetched from, such as {@code https://tiles.example}. */
    public Optional<String> tileServer() {
        return Optional.of(tiles)
                .filter(template -> !template.isEmpty())
                .map(MapConfig::filled)
                .map(URI::create)
                .map(address -> address.getScheme() + "://" + address.getRawAuthority());
    }

    private static String filled(String template) {
        return template.replaceAll("\\{[a-z]\\}", "0");
    }

    /** Reads them once. */
    @ApplicationScoped
    static class Reader {

        private static final String TILES = "tiles";
        // RapidSMS's own: New York.
        private static final String LATITUDE = "40.726111";
        private static final String LONGITUDE = "-73.981389";

        @Produces
        @Singleton
        MapConfig read(ServerProperties properties) {
            return read(properties.settings("rapidsms.locations"));
        }

        static MapConfig read(Settings settings) {
            var tiles = settings.optional(TILES).orElse("");
            if (!tiles.isEmpty()) {
                settings.address(TILES, MapConfig::filled);
                if (!Stream.of("{z}", "{x}", "{y}").allMatch(tiles::contains)) {
                    throw settings.wrong(TILES, "must have {z}, {x} and {y} in it");
                }
            }
            var centre =
                    new Point(
                            degrees(settings, "latitude", LATITUDE, Point::isLatitude),
                            degrees(settings, "longitude", LONGITUDE, Point::isLongitude));
            return new MapConfig(tiles, settings.text("attribution", ""), centre);
        }

        private static BigDecimal degrees(
                Settings settings, String name, String otherwise, Predicate<BigDecimal> isThere) {
            var value = settings.text(name, otherwise);
            try {
                return Optional.of(new BigDecimal(value)).filter(isThere).orElseThrow();
            } catch (RuntimeException e) {
                throw settings.wrong(name, "must be a number of degrees, not " + value);
            }
        }
    }
}
