package org.rapidsms.web.webhook;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.Parameters;
import org.rapidsms.router.DeliveryReports;

/**
 * Takes Kannel's delivery reports where RapidSMS took them: a Kannel that still holds texts of
 * RapidSMS, or was set up for it, goes on reporting there.
 *
 * <p>That address names no backend. The one that the message went out by is called in its stead,
 * and what it asks of its callers holds here too.
 */
@WebServlet("/kannel/delivery-report/*")
public class KannelReportServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String KANNEL = "kannel";

    @Inject Backends backends;

    @Inject DeliveryReports reports;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var backend = backend(Objects.requireNonNullElse(request.getQueryString(), ""));
        if (backend.isPresent()) {
            request.getRequestDispatcher("/backend/" + backend.get() + "/status/")
                    .forward(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    /** Of a message that nobody knows, such as one of RapidSMS, the first keeps the report. */
    private Optional<String> backend(String query) {
        var all = kannels().toList();
        return sentBy(query).stream().filter(all::contains).findFirst().or(kannels()::findFirst);
    }

    private Stream<String> kannels() {
        return backends.all().stream()
                .filter(backend -> backend.engine().equals(KANNEL))
                .map(ConfiguredBackend::name);
    }

    private List<String> sentBy(String query) {
        try {
            var parameters = Parameters.parse(query);
            return reports.backends(
                    parameters.text("message_id").orElse(""),
                    parameters.text("identity").orElse(""));
        } catch (BadWebhookException e) {
            // The backend says so, to whom it may concern.
            return List.of();
        }
    }
}
