package org.rapidsms.web.frame;

import static org.rapidsms.web.frame.FrameLog.LOG;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rapidsms.console.NavigationEntry;

/**
 * Makes links of entries.
 *
 * @param icons gives each icon, or another in place of one that is not there
 * @param language of the reader
 */
record Navigation(UnaryOperator<String> icons, Locale language) {

    private static final Comparator<NavigationLink> ORDER =
            Comparator.comparingInt(NavigationLink::priority)
                    .thenComparing(NavigationLink::getPath);

    /**
     * The links in their order.
     *
     * @param staff whether an administrator is looking
     * @param address of the page that is shown; the link that goes furthest towards it is current
     */
    List<NavigationLink> links(
            Stream<Supplier<NavigationEntry>> entries, boolean staff, String address) {
        var links = entries.flatMap(entry -> link(entry, staff)).sorted(ORDER).toList();
        links.stream()
                .filter(link -> link.leadsTo(address))
                .max(Comparator.comparingInt(link -> link.getPath().length()))
                .ifPresent(NavigationLink::markCurrent);
        return links;
    }

    /** An entry that fails must not take all pages with it. */
    private Stream<NavigationLink> link(Supplier<NavigationEntry> bean, boolean staff) {
        try {
            var entry = bean.get();
            return staff || !entry.isStaffOnly()
                    ? Stream.of(new NavigationLink(entry, icons, language))
                    : Stream.empty();
        } catch (RuntimeException e) {
            LOG.entryFailed(e);
            return Stream.empty();
        }
    }
}
