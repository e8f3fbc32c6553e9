package org.rapidsms.app;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.rapidsms.message.IncomingMessage;

/**
 * What an app says, in the languages that it speaks.
 *
 * <p>The phrases of an app are resource bundles called {@code phrases} beside its class: {@code
 * phrases.properties} in English, {@code phrases_fr.properties} in French, and so on, in UTF-8. A
 * phrase is a {@link MessageFormat}: {@code {0}} stands for the first argument, and two apostrophes
 * for one.
 *
 * <p>A language that an app does not speak is answered in English. Immutable, for all threads.
 */
public final class Phrases {

    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String bundle;
    private final ClassLoader loader;

    private Phrases(String bundle, ClassLoader loader) {
        this.bundle = bundle;
        this.loader = loader;
    }

    /** The phrases beside this class. */
    public static Phrases of(Class<?> app) {
        return new Phrases(app.getPackageName() + ".phrases", app.getClassLoader());
    }

    /**
     * A phrase in one language.
     *
     * @throws java.util.MissingResourceException if the app has no such phrase
     */
    public String in(Locale language, String phrase, Object... arguments) {
        var pattern =
                ResourceBundle.getBundle(bundle, language, loader, ENGLISH_OTHERWISE)
                        .getString(phrase);
        return new MessageFormat(pattern, language).format(arguments);
    }

    /** A phrase in the language of whoever wrote this. */
    public String to(IncomingMessage message, String phrase, Object... arguments) {
        return in(message.language(), phrase, arguments);
    }
}
