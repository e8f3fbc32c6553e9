package org.rapidsms.web.admin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapidsms.admin.Admin;
import org.rapidsms.admin.Listing;
import org.rapidsms.admin.Row;
import org.rapidsms.web.frame.Rows;

/** The rows of a model that are looked for. */
record AdminRows(
        Admin admin, String model, String search, Map<String, String> filters, Locale language)
        implements Rows<Row> {

    @Override
    public List<Row> before(long key, int most) {
        return list(key, false, most);
    }

    @Override
    public List<Row> after(long key, int most) {
        return list(key, true, most);
    }

    private List<Row> list(long key, boolean newer, int most) {
        return admin.list(model, new Listing(search, filters, key, newer, most), language);
    }

    @Override
    public long key(Row row) {
        return row.id();
    }
}
