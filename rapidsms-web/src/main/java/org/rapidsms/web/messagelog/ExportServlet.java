package org.rapidsms.web.messagelog;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.rapidsms.message.Direction;
import org.rapidsms.web.csv.Download;
import org.rapidsms.web.csv.SafeCell;
import org.rapidsms.web.frame.Texts;

/**
 * {@code /messagelog/export.csv}: the message log as a table, filtered like the page.
 *
 * <p>Some hundred lines at a time are read and written, so that a log of any length needs no more
 * memory than a short one.
 */
@WebServlet("/messagelog/export.csv")
public class ExportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int AT_ONCE = 500;

    @Inject Log log;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var zone = ZoneId.systemDefault();
        var filtered = FilteredLog.of(log, new Filter(request::getParameter).in(zone));
        try (var table = Download.begin(response, "messages.csv")) {
            table.writeRecord(head());
            for (var key = OptionalLong.of(Long.MAX_VALUE); key.isPresent(); ) {
                var lines = filtered.before(key.getAsLong(), AT_ONCE);
                lines.forEach(line -> table.writeRecord(cells(line, zone)));
                key =
                        lines.size() == AT_ONCE
                                ? OptionalLong.of(filtered.key(lines.get(AT_ONCE - 1)))
                                : filtered.horizonBefore(key.getAsLong());
            }
        }
    }

    private static String[] head() {
        return new String[] {
            Texts.of("time"),
            Texts.of("direction"),
            Texts.of("contact"),
            Texts.of("identity"),
            Texts.of("backend"),
            Texts.of("text"),
            Texts.of("state"),
            Texts.of("messageId")
        };
    }

    private static String[] cells(LogLine line, ZoneId zone) {
        var time = line.getDate().truncatedTo(ChronoUnit.SECONDS).atZone(zone);
        var incoming = line.getDirection() == Direction.INCOMING;
        return new String[] {
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time),
            incoming ? Texts.of("incoming") : Texts.of("outgoing"),
            SafeCell.of(line.getName()),
            SafeCell.of(line.getIdentity()),
            SafeCell.of(line.getBackend()),
            SafeCell.of(line.getText()),
            line.getState() == null ? "" : Texts.of(line.getState().getWord()),
            line.getMessageId()
        };
    }
}
