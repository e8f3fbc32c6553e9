package org.rapidsms.web.registration;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.Contacts;
import org.rapidsms.contact.Phone;

/** What would become of each line of a file of contacts. */
public final class Preview implements Serializable {

    private static final long serialVersionUID = 1L;

    /** The most lines of a file: that none is there twice is known by remembering them. */
    static final int MOST_LINES = 200_000;

    private static final int SHOWN = 50;
    private static final int SHOWN_FAULTY = 100;

    private final ArrayList<ContactLine> lines = new ArrayList<>();
    private int good;
    private int faulty;
    private boolean isTooLong;

    private Preview() {}

    /**
     * Looks at all lines, some hundred at a time.
     *
     * @param backends the names that a line may have
     * @param owners finds out who owns which phone
     */
    static Preview of(
            Iterator<ContactLine> source,
            Set<String> backends,
            Function<Collection<Phone>, Map<Phone, Contact>> owners) {
        var preview = new Preview();
        var known = new HashSet<Phone>();
        while (source.hasNext() && !preview.isTooLong) {
            var batch = new ArrayList<ContactLine>(Contacts.BATCH);
            while (source.hasNext() && batch.size() < Contacts.BATCH) {
                batch.add(source.next());
            }
            batch.forEach(line -> line.checkBackend(backends));
            batch.stream()
                    .filter(line -> !line.isFaulty() && !known.add(line.phone()))
                    .forEach(ContactLine::isThereTwice);
            findOwners(batch, owners);
            batch.forEach(preview::count);
        }
        return preview;
    }

    private static void findOwners(
            List<ContactLine> batch, Function<Collection<Phone>, Map<Phone, Contact>> owners) {
        var right = batch.stream().filter(line -> !line.isFaulty()).toList();
        var taken = owners.apply(right.stream().map(ContactLine::phone).toList());
        right.stream()
                .filter(line -> taken.containsKey(line.phone()))
                .forEach(line -> line.belongsTo(taken.get(line.phone())));
    }

    private void count(ContactLine line) {
        good += line.isFaulty() ? 0 : 1;
        faulty += line.isFaulty() ? 1 : 0;
        isTooLong |= good + faulty > MOST_LINES;
        if (good + faulty <= SHOWN || line.isFaulty() && faulty <= SHOWN_FAULTY) {
            lines.add(line);
        }
    }

    /** The first lines, and the first faulty ones. */
    public List<ContactLine> getLines() {
        return Collections.unmodifiableList(lines);
    }

    /** How many lines can be added. */
    public int getGood() {
        return good;
    }

    /** How many cannot. */
    public int getFaulty() {
        return faulty;
    }

    /** How many are not shown. */
    public int getHidden() {
        return good + faulty - lines.size();
    }

    /** Whether all may be added. */
    public boolean isReady() {
        return faulty == 0 && good > 0;
    }

    boolean isTooLong() {
        return isTooLong;
    }
}
