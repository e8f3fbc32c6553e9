package org.rapidsms.web.messagelog;

import java.util.List;
import java.util.OptionalLong;
import org.rapidsms.app.messagelog.LogFilter;
import org.rapidsms.app.messagelog.PreparedSearch;
import org.rapidsms.web.frame.Rows;

/**
 * The lines of the message log that a filter lets pass.
 *
 * @param log where they are read
 * @param wanted which are wanted
 */
record FilteredLog(Log log, PreparedSearch wanted) implements Rows<LogLine> {

    static FilteredLog of(Log log, LogFilter filter) {
        return new FilteredLog(log, log.prepare(filter));
    }

    @Override
    public List<LogLine> before(long key, int most) {
        return log.before(wanted, key, most);
    }

    @Override
    public List<LogLine> after(long key, int most) {
        return log.after(wanted, key, most);
    }

    @Override
    public OptionalLong horizonBefore(long key) {
        return log.horizonBefore(wanted, key);
    }

    @Override
    public OptionalLong horizonAfter(long key) {
        return log.horizonAfter(wanted, key);
    }

    @Override
    public long key(LogLine line) {
        return line.getId();
    }
}
