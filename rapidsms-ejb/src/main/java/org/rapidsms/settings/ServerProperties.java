package org.rapidsms.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/**
 * The properties of the server whose names begin with {@code rapidsms.}, wherever they were set:
 * its properties file, its command line, the environment, a directory of secrets.
 *
 * <p>They are read once, at deployment. See MicroProfile Config 3.1 for which source wins and for
 * how a name is spelt in the environment.
 */
@ApplicationScoped
public class ServerProperties {

    private static final String PREFIX = "rapidsms.";

    /** Read by the server itself or while the application is being deployed. */
    private static final Set<String> READ_ELSEWHERE =
            Set.of(
                    "rapidsms.properties",
                    "rapidsms.secrets",
                    "rapidsms.http.port",
                    "rapidsms.http.address",
                    "rapidsms.datasource.driver",
                    "rapidsms.datasource.url",
                    "rapidsms.datasource.username",
                    "rapidsms.datasource.password",
                    "rapidsms.datasource.pool-size",
                    "rapidsms.admin.username",
                    "rapidsms.admin.password",
                    "rapidsms.project-name",
                    "rapidsms.public-url",
                    "rapidsms.default-response",
                    "rapidsms.handlers",
                    "rapidsms.languages");

    private final Config config;
    private final List<Settings> given = new ArrayList<>();

    /** For CDI only. */
    protected ServerProperties() {
        this(null);
    }

    @Inject
    ServerProperties(Config config) {
        this.config = config;
    }

    /** The settings whose names begin with {@code prefix} and a dot. */
    public Settings settings(String prefix) {
        var settings =
                new Settings(
                        prefix, name -> config.getOptionalValue(name, String.class), present());
        given.add(settings);
        return settings;
    }

    /** The names that stand between {@code prefix} and {@code suffix} in what is set. */
    public Set<String> namesBetween(String prefix, String suffix) {
        return present().stream()
                .filter(name -> name.startsWith(prefix) && name.endsWith(suffix))
                .filter(name -> name.length() > prefix.length() + suffix.length())
                .map(name -> name.substring(prefix.length(), name.length() - suffix.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is set below {@code prefix} and a dot, by the names that follow it. */
    public Map<String, String> below(String prefix) {
        var below = new TreeMap<String, String>();
        for (var name : present()) {
            if (name.startsWith(prefix + ".")) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> below.put(name.substring(prefix.length() + 1), value));
            }
        }
        return below;
    }

    /**
     * The same as it may be shown: without what was read as a secret, and what looks like one.
     *
     * @param prefix of settings that have been read
     */
    public Map<String, String> shown(String prefix) {
        var secrets =
                given.stream()
                        .flatMap(settings -> settings.secrets().stream())
                        .map(ServerProperties::inEnvironment)
                        .collect(Collectors.toSet());
        var shown = new TreeMap<String, String>();
        below(prefix)
                .forEach(
                        (name, value) ->
                                shown.put(
                                        name,
                                        secrets.contains(inEnvironment(prefix + "." + name))
                                                ? Masked.HIDDEN
                                                : Masked.of(name, value)));
        return shown;
    }

    private Set<String> present() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(PREFIX))
                .collect(Collectors.toSet());
    }

    /** The properties that are set and that nobody has asked for. */
    public Set<String> unknown() {
        var known = known().stream().map(ServerProperties::inEnvironment).toList();
        return present().stream()
                .filter(name -> !known.contains(inEnvironment(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The known name that a misspelt one is nearest to, if any is near. */
    public Optional<String> nearest(String misspelt) {
        return known().stream()
                .filter(name -> distance(name, misspelt) <= 1 + misspelt.length() / 8)
                .min(Comparator.comparingInt(name -> distance(name, misspelt)));
    }

    private Set<String> known() {
        var known = new TreeSet<>(READ_ELSEWHERE);
        given.forEach(settings -> known.addAll(settings.known()));
        return known;
    }

    /** The environment knows neither dots nor dashes: a name from there cannot be told apart. */
    private static String inEnvironment(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Levenshtein's: how many letters to change, add or leave out. */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
