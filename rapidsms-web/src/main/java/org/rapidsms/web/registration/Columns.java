package org.rapidsms.web.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rapidsms.contact.ContactFields;

/** Which cell of a line of a file is what: as the headings say, or as usual. */
final class Columns {

    static final String CONTACT = "contact";
    static final String NAME = "name";
    static final String BACKEND = "backend";
    static final String IDENTITY = "identity";
    static final String LANGUAGE = "language";

    /** The columns of a file without headings. */
    static final List<String> USUAL = List.of(NAME, BACKEND, IDENTITY, LANGUAGE);

    private static final int FEWEST = 3;

    private final List<String> names;
    private final boolean named;
    private final List<String> unknown = new ArrayList<>();

    private Columns(List<String> names, boolean named) {
        this.names = names;
        this.named = named;
    }

    static Columns usual() {
        return new Columns(USUAL, false);
    }

    /**
     * What the first line of a file says of the others.
     *
     * @param locale in which fields may be called by their labels, besides English
     */
    static Columns of(List<String> cells, ContactFields fields, Locale locale) {
        var headings = cells.stream().map(Columns::folded).toList();
        if (!headings.containsAll(Set.of(BACKEND, IDENTITY))) {
            return usual();
        }
        var columns = new Columns(new ArrayList<>(), true);
        var known = known(fields, locale);
        var seen = new HashSet<String>();
        for (int i = 0; i < headings.size(); i++) {
            var name = known.getOrDefault(headings.get(i), "");
            columns.names.add(name);
            if (name.isEmpty() && i < filled(headings) || !name.isEmpty() && !seen.add(name)) {
                columns.unknown.add(Typed.clean(cells.get(i)));
            }
        }
        return columns;
    }

    private static int filled(List<String> headings) {
        int count = headings.size();
        while (headings.get(count - 1).isEmpty()) {
            count--;
        }
        return count;
    }

    private static String folded(String cell) {
        return Typed.clean(cell).toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> known(ContactFields fields, Locale locale) {
        var known = new HashMap<String, String>();
        USUAL.forEach(name -> known.put(name, name));
        known.put(CONTACT, CONTACT);
        fields.all().forEach(field -> known.putIfAbsent(field.key(), field.key()));
        for (var field : fields.all()) {
            known.putIfAbsent(folded(field.label(Locale.ENGLISH)), field.key());
            known.putIfAbsent(folded(field.label(locale)), field.key());
        }
        return known;
    }

    /** Whether a line of headings says so. */
    boolean isNamed() {
        return named;
    }

    /** Headings that say nothing, or the same as another. */
    List<String> unknown() {
        return unknown;
    }

    /** What stands below a heading, without blanks around it; empty if nothing does. */
    String cell(List<String> cells, String name) {
        int index = names.indexOf(name);
        return index < 0 || index >= cells.size() ? "" : Typed.clean(cells.get(index));
    }

    /** Whether a line has too few cells, or something in one that is below no heading. */
    boolean isWrongFor(List<String> cells) {
        if (!named) {
            return cells.size() < FEWEST || cells.size() > USUAL.size();
        }
        for (int i = 0; i < cells.size(); i++) {
            boolean hasHeading = i < names.size() && !names.get(i).isEmpty();
            if (!hasHeading && !cells.get(i).isBlank()) {
                return true;
            }
        }
        return false;
    }
}
