package org.rapidsms.web.locations;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.rapidsms.location.MapConfig;

/**
 * Lets the pages with maps, and no others, fetch pictures from the server of tiles that is set, and
 * from no other. Without one nothing is changed.
 */
@WebFilter("/locations/*")
public class TilePolicy extends HttpFilter {

    private static final long serialVersionUID = 1L;

    private static final String POLICY = "Content-Security-Policy";

    @Inject transient MapConfig config;

    @Override
    protected void doFilter(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var server = config.tileServer();
        if (server.isPresent()) {
            chain.doFilter(request, new Widened(response, "; img-src 'self' " + server.get()));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** A second policy could only forbid more, so the one that PrimeFaces writes is changed. */
    private static final class Widened extends HttpServletResponseWrapper {

        private final String addition;

        Widened(HttpServletResponse response, String addition) {
            super(response);
            this.addition = addition;
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, widened(name, value));
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, widened(name, value));
        }

        private String widened(String name, String value) {
            return POLICY.equalsIgnoreCase(name) ? value + addition : value;
        }
    }
}
