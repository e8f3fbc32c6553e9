package org.rapidsms.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The settings below one name, by their short names; complaints speak of the full property.
 *
 * <p>It remembers what was asked for, so that a setting that nobody asks for can be warned of. For
 * one thread, while the server starts.
 */
public final class Settings {

    private final String prefix;
    private final Function<String, Optional<String>> lookup;
    private final Set<String> present;
    private final Set<String> asked = new HashSet<>();
    private final Set<String> secret = new HashSet<>();

    /**
     * @param prefix such as {@code rapidsms.backends.mtn}
     * @param lookup finds a property by its full name
     * @param present the full names of all properties that are known to be set
     */
    public Settings(String prefix, Function<String, Optional<String>> lookup, Set<String> present) {
        this.prefix = prefix + ".";
        this.lookup = lookup;
        this.present = Set.copyOf(present);
    }

    /** Settings that are exactly these, by their short names: for tests. */
    public static Settings of(String prefix, Map<String, String> values) {
        var full = new TreeMap<String, String>();
        values.forEach((name, value) -> full.put(prefix + "." + name, value));
        return new Settings(prefix, name -> Optional.ofNullable(full.get(name)), full.keySet());
    }

    /** A setting that may be left out; blank counts as left out. */
    public Optional<String> optional(String name) {
        asked.add(prefix + name);
        return lookup.apply(prefix + name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** A setting that must be there. */
    public String text(String name) {
        return optional(name).orElseThrow(() -> wrong(name, "is required"));
    }

    public String text(String name, String otherwise) {
        return optional(name).orElse(otherwise);
    }

    /** A password or token that may be left out. */
    public Optional<Secret> secret(String name) {
        secret.add(prefix + name);
        return optional(name).map(Secret::new);
    }

    /** Either {@code true} or {@code false}. */
    public boolean flag(String name, boolean otherwise) {
        return optional(name).map(value -> flag(name, value)).orElse(otherwise);
    }

    private boolean flag(String name, String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong(name, "must be true or false, not " + value);
        };
    }

    /** A whole number within bounds. */
    public int number(String name, int otherwise, int least, int most) {
        return optional(name).map(value -> number(name, value, least, most)).orElse(otherwise);
    }

    private int number(String name, String value, int least, int most) {
        try {
            int number = Integer.parseInt(value);
            if (least <= number && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is out of bounds.
        }
        throw wrong(
                name, "must be a whole number from " + least + " to " + most + ", not " + value);
    }

    /** A time such as {@code 10s}, {@code 500ms}, {@code 2m}; a bare number is seconds. */
    public Duration time(String name, Duration otherwise) {
        return optional(name).map(value -> time(name, value)).orElse(otherwise);
    }

    private Duration time(String name, String value) {
        var parts = value.split("(?<=\\d)\\s*(?=[a-z])", 2);
        try {
            long amount = Long.parseLong(parts[0]);
            switch (parts.length == 1 ? "s" : parts[1]) {
                case "ms":
                    return Duration.ofMillis(amount);
                case "s":
                    return Duration.ofSeconds(amount);
                case "m":
                    return Duration.ofMinutes(amount);
                case "h":
                    return Duration.ofHours(amount);
                default:
            }
        } catch (NumberFormatException e) {
            // Said below, as for an unknown unit.
        }
        throw wrong(name, "must be a time such as 10s or 500ms, not " + value);
    }

    /** An address that begins with {@code http://} or {@code https://}. */
    public URI address(String name) {
        return address(name, UnaryOperator.identity());
    }

    /**
     * What lies at a path below an address that may be set.
     *
     * @param otherwise the address if it is not set
     * @param path begins with a slash, escaped
     */
    public URI below(String name, String otherwise, String path) {
        var address = optional(name).map(set -> address(name).toString()).orElse(otherwise);
        return URI.create(address.replaceAll("/+$", "") + path);
    }

    /**
     * An address with places to be filled in later.
     *
     * @param filled fills them with something harmless, so that the rest can be checked
     */
    public URI address(String name, UnaryOperator<String> filled) {
        try {
            var address = new URI(filled.apply(text(name)));
            if (address.getHost() != null
                    && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (URISyntaxException e) {
            // Said below, as for an address without host.
        }
        throw wrong(name, "must be an address that begins with http:// or https://");
    }

    /** All settings whose names begin with {@code name.}, by what follows. */
    public Map<String, String> group(String name) {
        var group = new TreeMap<String, String>();
        for (var full : present) {
            if (full.startsWith(prefix + name + ".")) {
                var last = full.substring((prefix + name + ".").length());
                optional(name + "." + last).ifPresent(value -> group.put(last, value));
            }
        }
        return group;
    }

    /** Full names of the settings that were asked for, there or not. */
    public Set<String> known() {
        return Set.copyOf(asked);
    }

    /** Full names of the settings that were asked for as secrets, there or not. */
    public Set<String> secrets() {
        return Set.copyOf(secret);
    }

    /**
     * What to throw if a setting is wrong.
     *
     * @param what how it is wrong; completes the sentence that begins with the property's name
     */
    public SettingsException wrong(String name, String what) {
        return new SettingsException(prefix + name + " " + what);
    }
}
