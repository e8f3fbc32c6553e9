package org.rapidsms.web.messagelog;

import java.util.List;
import org.rapidsms.app.messagelog.LogFilter;
import org.rapidsms.web.frame.Rows;

/**
 * The lines of the message log that a filter lets pass.
 *
 * @param log where they are read
 * @param filter which are wanted
 */
record FilteredLog(Log log, LogFilter filter) implements Rows<LogLine> {

    @Override
    public List<LogLine> before(long key, int most) {
        return log.before(filter, key, most);
    }

    @Override
    public List<LogLine> after(long key, int most) {
        return log.after(filter, key, most);
    }

    @Override
    public long key(LogLine line) {
        return line.getId();
    }
}
