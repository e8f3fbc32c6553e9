package org.rapidsms.web.registration;

import static org.rapidsms.web.registration.RegistrationLog.LOG;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.ContactFields;
import org.rapidsms.contact.Contacts;
import org.rapidsms.contact.Phone;
import org.rapidsms.contact.TakenException;
import org.rapidsms.contact.bulk.BulkImport.State;
import org.rapidsms.contact.bulk.BulkImports;
import org.rapidsms.contact.bulk.StagedLine;
import org.rapidsms.contact.bulk.StoppedException;

/**
 * Works on files of contacts while nobody waits: a page tells how far it is, and may be left.
 *
 * <p>What it does is done by a thread of the server, without a transaction of its own: lines are
 * checked in many short ones, and contacts stored in one long.
 */
@ApplicationScoped
class BulkWork {

    @Resource ManagedExecutorService executor;

    @Inject BulkImports imports;

    @Inject Contacts contacts;

    @Inject ContactFields fields;

    @Inject KnownBackends backends;

    @Inject LongTransaction transaction;

    /**
     * Has the lines of a file checked, and the file deleted.
     *
     * @param locale of whoever is told what is wrong with them
     */
    void check(long id, ContactFile file, Locale locale) {
        executor.execute(() -> checkNow(id, file, locale));
    }

    private void checkNow(long id, ContactFile file, Locale locale) {
        try (var lines = file.lines(fields, locale)) {
            new FileCheck(backends.names(), new Stored(id)).run(lines);
            imports.move(id, State.CHECKING, State.CHECKED);
        } catch (StoppedException e) {
            // Whoever brought it has changed their mind.
            return;
        } catch (IOException | RuntimeException e) {
            fail(id, State.CHECKING, e);
        } finally {
            file.delete();
        }
    }

    /** Has all contacts of a file stored, or none. */
    void store(long id) {
        executor.execute(() -> storeNow(id));
    }

    private void storeNow(long id) {
        try {
            // Says that it is alive, and stops if it is not wanted any more.
            Runnable waiting = () -> imports.move(id, State.STORING, State.STORING);
            transaction.run(() -> imports.store(id), waiting);
            imports.tidy(id);
        } catch (StoppedException e) {
            // Nothing was stored, which is what they wanted.
            return;
        } catch (TakenException | EJBException | IllegalStateException e) {
            findTaken(id, e);
        }
    }

    /** Somebody may have been registered since the lines were checked: then the lines say who. */
    private void findTaken(long id, RuntimeException cause) {
        try {
            if (accuse(id) > 0) {
                imports.move(id, State.STORING, State.CHECKED);
            } else {
                fail(id, State.STORING, cause);
            }
        } catch (StoppedException e) {
            // It was dropped meanwhile.
            return;
        }
    }

    private int accuse(long id) {
        int count = 0;
        long last = -1;
        for (var lines = imports.linesAfter(id, last, Contacts.BATCH);
                !lines.isEmpty();
                lines = imports.linesAfter(id, last, Contacts.BATCH)) {
            var owners = contacts.owners(lines.stream().map(StagedLine::phone).toList());
            var taken = new TreeMap<Long, String>();
            lines.stream()
                    .filter(line -> owners.containsKey(line.phone()))
                    .forEach(line -> taken.put(line.getLine(), owners.get(line.phone()).getName()));
            imports.accuse(id, LineFault.TAKEN.name(), taken);
            count += taken.size();
            last = lines.get(lines.size() - 1).getLine();
        }
        return count;
    }

    private void fail(long id, State from, Exception cause) {
        LOG.importFailed(id, cause);
        try {
            imports.move(id, from, State.FAILED);
        } catch (StoppedException e) {
            // It was dropped meanwhile: nobody asks any more.
            return;
        }
    }

    /** The lines of one file in the database, and the contacts there. */
    private final class Stored implements FileCheck.Staging {

        private final long id;

        private Stored(long id) {
            this.id = id;
        }

        @Override
        public Set<Phone> staged(Collection<Phone> phones) {
            return imports.staged(id, phones);
        }

        @Override
        public Map<Phone, Contact> owners(Collection<Phone> phones) {
            return contacts.owners(phones);
        }

        @Override
        public void stage(List<StagedLine> lines) {
            imports.stage(id, lines);
        }
    }
}
