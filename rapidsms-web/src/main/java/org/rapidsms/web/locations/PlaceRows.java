package org.rapidsms.web.locations;

import java.util.List;
import org.rapidsms.location.Location;
import org.rapidsms.location.LocationFilter;
import org.rapidsms.location.LocationTree;
import org.rapidsms.web.frame.Rows;

/** The places that are looked for, by name. What comes first in that order takes newer's place. */
record PlaceRows(LocationTree tree, LocationFilter filter) implements Rows<Location> {

    @Override
    public List<Location> before(long key, int most) {
        return key == Long.MAX_VALUE ? tree.first(filter, most) : tree.after(key, filter, most);
    }

    @Override
    public List<Location> after(long key, int most) {
        return tree.before(key, filter, most);
    }

    @Override
    public long key(Location row) {
        return row.getId();
    }
}
