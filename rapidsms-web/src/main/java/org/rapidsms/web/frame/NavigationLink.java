package org.rapidsms.web.frame;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.rapidsms.console.NavigationEntry;

/** A link of the navigation, in the reader's language. */
public final class NavigationLink {

    private final String path;
    private final String icon;
    private final String label;
    private final String shortLabel;
    private final int priority;
    private boolean current;

    NavigationLink(NavigationEntry entry, UnaryOperator<String> icons, Locale language) {
        this.path = requireNonNull(entry.path(), "path");
        this.icon = icons.apply(entry.icon());
        this.label = requireNonNull(entry.label(language), "label");
        this.shortLabel = requireNonNull(entry.shortLabel(language), "shortLabel");
        this.priority = entry.priority();
    }

    /** Whether it leads to this address or to a page above it; the first page is above none. */
    boolean leadsTo(String address) {
        return path.equals("/") ? address.equals(path) : (address + "/").startsWith(path);
    }

    void markCurrent() {
        current = true;
    }

    int priority() {
        return priority;
    }

    public String getPath() {
        return path;
    }

    public String getIcon() {
        return icon;
    }

    public String getLabel() {
        return label;
    }

    public String getShortLabel() {
        return shortLabel;
    }

    /** Whether it leads to the page that is shown. */
    public boolean isCurrent() {
        return current;
    }
}
