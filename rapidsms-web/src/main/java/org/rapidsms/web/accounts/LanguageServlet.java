package org.rapidsms.web.accounts;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.rapidsms.web.frame.ConsoleLanguage;
import org.rapidsms.web.frame.ReaderLanguage;

/** {@code /accounts/language/}: somebody chooses the language of the console, logged in or not. */
@WebServlet({"/accounts/language", "/accounts/language/"})
public class LanguageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tag = request.getParameter("language");
        if (tag == null) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        ConsoleLanguage.of(tag).ifPresent(l -> response.addCookie(cookie(l, request)));
        response.sendRedirect(
                request.getContextPath() + LocalPath.of(request.getParameter("next")));
    }

    private static Cookie cookie(ConsoleLanguage language, HttpServletRequest request) {
        var cookie = new Cookie(ReaderLanguage.COOKIE, language.getTag());
        cookie.setPath(request.getContextPath() + "/");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
