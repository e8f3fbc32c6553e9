package org.rapidsms.web.registration;

import java.util.List;
import org.rapidsms.contact.bulk.BulkImports;
import org.rapidsms.contact.bulk.StagedLine;
import org.rapidsms.web.frame.Rows;

/** The lines of a file, all or those that are wrong. What comes first in it takes newer's place. */
record StagedRows(BulkImports imports, long id, boolean onlyFaulty) implements Rows<StagedLine> {

    @Override
    public List<StagedLine> before(long key, int most) {
        long line = key == Long.MAX_VALUE ? -1 : key;
        return onlyFaulty
                ? imports.faultyAfter(id, line, most)
                : imports.linesAfter(id, line, most);
    }

    @Override
    public List<StagedLine> after(long key, int most) {
        return onlyFaulty
                ? imports.faultyBefore(id, key, most)
                : imports.linesBefore(id, key, most);
    }

    @Override
    public long key(StagedLine row) {
        return row.getLine();
    }
}
