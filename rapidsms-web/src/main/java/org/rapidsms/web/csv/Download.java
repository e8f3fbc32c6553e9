package org.rapidsms.web.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A table that a browser saves as a file (RFC 4180, UTF-8 with a mark: spreadsheets guess else).
 */
public final class Download {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Download() {}

    /** Begins the answer; the caller writes the records and closes it. */
    public static CsvWriter begin(HttpServletResponse response, String filename)
            throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + filename + "\"");
        response.getWriter().write(BYTE_ORDER_MARK);
        return CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(response.getWriter());
    }
}
