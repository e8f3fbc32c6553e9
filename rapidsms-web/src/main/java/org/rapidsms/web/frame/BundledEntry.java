package org.rapidsms.web.frame;

import java.util.Locale;
import org.rapidsms.console.NavigationEntry;

/** A link to one of our own pages, whose words are in our bundle. */
public abstract class BundledEntry implements NavigationEntry {

    private final String path;
    private final String icon;
    private final String title;
    private final int priority;

    /**
     * @param title the key of its words; that of the short ones ends with {@code Short}
     */
    protected BundledEntry(String path, String icon, String title, int priority) {
        this.path = path;
        this.icon = icon;
        this.title = title;
        this.priority = priority;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String icon() {
        return icon;
    }

    @Override
    public String label(Locale language) {
        return Texts.in(language, title);
    }

    @Override
    public String shortLabel(Locale language) {
        return Texts.in(language, title + "Short");
    }

    @Override
    public int priority() {
        return priority;
    }
}
