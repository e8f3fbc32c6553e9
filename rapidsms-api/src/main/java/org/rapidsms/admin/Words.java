package org.rapidsms.admin;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Finds the words of a model: its own, those that all share, or such as can be made of a key. */
final class Words {

    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Words() {}

    static String of(
            Class<?> model, String name, String key, Locale language, Object... arguments) {
        return find(model, List.of(name + "." + key, key), language)
                .or(() -> find(Words.class, List.of(key, last(key)), language))
                .map(pattern -> new MessageFormat(pattern, language).format(arguments))
                .orElseGet(() -> readable(name, key));
    }

    private static Optional<String> find(Class<?> where, List<String> keys, Locale language) {
        var bundle = where.getPackageName() + ".admin";
        var file = bundle.replace('.', '/') + ".properties";
        if (where.getClassLoader().getResource(file) == null) {
            return Optional.empty();
        }
        var words =
                ResourceBundle.getBundle(
                        bundle, language, where.getClassLoader(), ENGLISH_OTHERWISE);
        return keys.stream().filter(words::containsKey).findFirst().map(words::getString);
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    /** A sentence stays one; {@code createdOn} becomes Created on; a hint that is nowhere, none. */
    private static String readable(String name, String key) {
        if (key.contains(" ")) {
            return key;
        }
        if (key.endsWith(".hint")) {
            return "";
        }
        var words =
                switch (key) {
                    case "title" -> name;
                    case "one" -> name.replaceAll("s$", "");
                    default -> last(key);
                };
        var spaced = words.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replaceAll("[-_]+", " ");
        var lower = spaced.toLowerCase(Locale.ROOT).strip();
        return lower.isEmpty()
                ? key
                : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
