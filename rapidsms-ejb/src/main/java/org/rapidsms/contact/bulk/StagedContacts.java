package org.rapidsms.contact.bulk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongFunction;
import org.rapidsms.contact.NewContact;
import org.rapidsms.contact.Phone;

/** The contacts that the lines of a file are, read some hundred lines at a time. */
final class StagedContacts implements Iterator<NewContact> {

    private final LongFunction<List<StagedLine>> linesAfter;
    private final Deque<StagedLine> read = new ArrayDeque<>();
    private long last = -1;

    /**
     * @param linesAfter finds the next lines after the one with this number; none if it was the
     *     last
     */
    StagedContacts(LongFunction<List<StagedLine>> linesAfter) {
        this.linesAfter = linesAfter;
    }

    private StagedLine peek() {
        if (read.isEmpty()) {
            read.addAll(linesAfter.apply(last));
            last = read.isEmpty() ? last : read.getLast().getLine();
        }
        return read.peek();
    }

    @Override
    public boolean hasNext() {
        return peek() != null;
    }

    @Override
    public NewContact next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        var first = read.remove();
        var phones = new ArrayList<Phone>(List.of(first.phone()));
        while (peek() != null && peek().isGoesOn()) {
            phones.add(read.remove().phone());
        }
        return new NewContact(first.getName(), first.getLanguage(), phones, first.values());
    }
}
