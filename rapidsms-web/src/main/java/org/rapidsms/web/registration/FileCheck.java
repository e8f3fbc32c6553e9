package org.rapidsms.web.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.Contacts;
import org.rapidsms.contact.Phone;
import org.rapidsms.contact.bulk.StagedLine;

/**
 * Looks what would become of each line of a file of contacts, some hundred at a time: what a line
 * must be compared with is in the database, so that a file of any length needs no more memory than
 * a short one.
 */
final class FileCheck {

    /** Where lines wait, and what they are compared with. */
    interface Staging {

        /** Those of these phones that lines before have. */
        Set<Phone> staged(Collection<Phone> phones);

        /** Who owns which of these phones. */
        Map<Phone, Contact> owners(Collection<Phone> phones);

        /** Keeps the lines. */
        void stage(List<StagedLine> lines);
    }

    private final Set<String> backends;
    private final Staging staging;

    /**
     * @param backends the names that a line may have
     */
    FileCheck(Set<String> backends, Staging staging) {
        this.backends = backends;
        this.staging = staging;
    }

    void run(Iterator<ContactLine> source) {
        while (source.hasNext()) {
            var batch = new ArrayList<ContactLine>(Contacts.BATCH);
            while (source.hasNext() && batch.size() < Contacts.BATCH) {
                batch.add(source.next());
            }
            batch.forEach(line -> line.checkBackend(backends));
            findTwins(batch);
            findOwners(batch);
            staging.stage(batch.stream().map(ContactLine::staged).toList());
        }
    }

    private void findTwins(List<ContactLine> batch) {
        var known = new HashSet<>(staging.staged(phones(batch)));
        batch.stream()
                .filter(line -> !line.isFaulty() && !known.add(line.phone()))
                .forEach(ContactLine::isThereTwice);
    }

    private void findOwners(List<ContactLine> batch) {
        var taken = staging.owners(phones(batch));
        batch.stream()
                .filter(line -> !line.isFaulty() && taken.containsKey(line.phone()))
                .forEach(line -> line.belongsTo(taken.get(line.phone())));
    }

    private static List<Phone> phones(List<ContactLine> batch) {
        return batch.stream().filter(line -> !line.isFaulty()).map(ContactLine::phone).toList();
    }
}
