package org.rapidsms.web.locations;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.Residents;
import org.rapidsms.location.Location;
import org.rapidsms.location.LocationTree;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.frame.Rows;

/** Behind {@code /locations/ID/people/}: the contacts who belong to a place. */
@Named
@RequestScoped
public class ResidentsBacking {

    private static final int PAGE_SIZE = 25;

    @Inject LocationTree tree;

    @Inject Residents residents;

    @Inject @Param String before;

    @Inject @Param String after;

    private Location place;
    private Page<Contact> page;

    boolean load(long id) {
        place = tree.find(id).orElse(null);
        page = Page.of(new ByName(residents, id), before, after, PAGE_SIZE);
        return place != null;
    }

    String getName() {
        return place.getName();
    }

    public Location getPlace() {
        return place;
    }

    public Page<Contact> getPage() {
        return page;
    }

    private record ByName(Residents residents, long place) implements Rows<Contact> {

        @Override
        public List<Contact> before(long key, int most) {
            return key == Long.MAX_VALUE
                    ? residents.first(place, most)
                    : residents.after(key, place, most);
        }

        @Override
        public List<Contact> after(long key, int most) {
            return residents.before(key, place, most);
        }

        @Override
        public long key(Contact row) {
            return row.getId();
        }
    }
}
