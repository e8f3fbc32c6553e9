package org.rapidsms.web.messagelog;

import java.util.List;
import java.util.OptionalLong;
import org.rapidsms.app.messagelog.LogFilter;
import org.rapidsms.web.frame.Rows;

/**
 * The lines of the message log that a filter lets pass.
 *
 * @param log where they are read
 * @param filter which are wanted
 */
record FilteredLog(Log log, LogFilter filter) implements Rows<LogLine> {

    static FilteredLog of(Log log, LogFilter filter) {
        return new FilteredLog(log, log.byPhones(filter));
    }

    @Override
    public List<LogLine> before(long key, int most) {
        return log.before(filter, key, most);
    }

    @Override
    public List<LogLine> after(long key, int most) {
        return log.after(filter, key, most);
    }

    @Override
    public OptionalLong horizonBefore(long key) {
        return log.horizonBefore(filter, key);
    }

    @Override
    public OptionalLong horizonAfter(long key) {
        return log.horizonAfter(filter, key);
    }

    @Override
    public long key(LogLine line) {
        return line.getId();
    }
}
