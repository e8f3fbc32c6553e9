package org.rapidsms.web.deadletters;

import java.util.List;
import java.util.stream.IntStream;
import org.rapidsms.queue.DeadLetter;
import org.rapidsms.web.deadletters.DeadLetterRows.Numbered;
import org.rapidsms.web.frame.Rows;

/**
 * Dead letters as rows: each has its place in the queue for a key, so that the last to die is the
 * newest.
 *
 * @param oldest those that have been dead for longest first
 */
record DeadLetterRows(List<DeadLetter> oldest) implements Rows<Numbered> {

    /** A letter and its place. */
    public record Numbered(long place, DeadLetter letter) {}

    @Override
    public List<Numbered> before(long key, int most) {
        int last = (int) Math.min(key - 1, oldest.size());
        return IntStream.range(0, Math.max(last, 0))
                .map(i -> last - i)
                .limit(most)
                .mapToObj(this::at)
                .toList();
    }

    @Override
    public List<Numbered> after(long key, int most) {
        return IntStream.rangeClosed((int) Math.min(key, oldest.size()) + 1, oldest.size())
                .limit(most)
                .mapToObj(this::at)
                .toList();
    }

    private Numbered at(int place) {
        return new Numbered(place, oldest.get(place - 1));
    }

    @Override
    public long key(Numbered row) {
        return row.place();
    }
}
