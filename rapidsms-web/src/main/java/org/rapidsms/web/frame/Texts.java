package org.rapidsms.web.frame;

import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of pages, in the language of whoever is looking. */
public final class Texts {

    private static final String BUNDLE = "org.rapidsms.web.text";
    private static final ResourceBundle.Control ENGLISH_OTHERWISE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

    private Texts() {}

    /**
     * One text of {@code text.properties}, for the page or file that is being made.
     *
     * @param parameters what stands for {0}, {1} and so on
     */
    public static String of(String key, Object... parameters) {
        var context = FacesContext.getCurrentInstance();
        boolean isPage = context != null && context.getViewRoot() != null;
        var language = isPage ? context.getViewRoot().getLocale() : ReaderLanguage.current();
        return in(language, key, parameters);
    }

    /** The same in one language; in English, if it is none of ours. */
    public static String in(Locale language, String key, Object... parameters) {
        var bundle =
                ResourceBundle.getBundle(
                        BUNDLE, language, Texts.class.getClassLoader(), ENGLISH_OTHERWISE);
        boolean isLeftToRight = bundle.getString("readingDirection").equals("ltr");
        return new MessageFormat(bundle.getString(key), language)
                .format(isLeftToRight ? parameters : isolated(parameters));
    }

    /**
     * Names, numbers of phones and words keep their own direction among words that run to the left
     * (UAX #9).
     */
    private static Object[] isolated(Object... parameters) {
        return Arrays.stream(parameters)
                .map(
                        value ->
                                value instanceof String
                                        ? FIRST_STRONG_ISOLATE
                                                + (String) value
                                                + POP_DIRECTIONAL_ISOLATE
                                        : value)
                .toArray();
    }
}
