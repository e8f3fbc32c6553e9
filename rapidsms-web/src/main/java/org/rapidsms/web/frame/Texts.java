package org.rapidsms.web.frame;

import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of pages, in the language of whoever is looking. */
public final class Texts {

    private static final String BUNDLE = "org.rapidsms.web.text";

    private Texts() {}

    /**
     * One text of {@code text.properties}.
     *
     * @param parameters what stands for {0}, {1} and so on
     */
    public static String of(String key, Object... parameters) {
        var context = FacesContext.getCurrentInstance();
        if (context == null) {
            // Not a page: a file that is fetched.
            return format(
                    ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH),
                    Locale.ENGLISH,
                    key,
                    parameters);
        }
        var bundle = context.getApplication().getResourceBundle(context, "text");
        return format(bundle, context.getViewRoot().getLocale(), key, parameters);
    }

    private static String format(
            ResourceBundle bundle, Locale locale, String key, Object... parameters) {
        return new MessageFormat(bundle.getString(key), locale).format(parameters);
    }
}
