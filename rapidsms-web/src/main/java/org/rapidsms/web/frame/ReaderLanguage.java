package org.rapidsms.web.frame;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ContextException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.omnifaces.util.Servlets;

/**
 * The language of whoever is looking: chosen by them, else wanted by their browser, else that of
 * the project, else English.
 */
@Named
@RequestScoped
public class ReaderLanguage {

    /** The cookie that keeps what was chosen. */
    public static final String COOKIE = "language";

    @Inject HttpServletRequest request;

    @Inject Config config;

    private ConsoleLanguage language;

    @PostConstruct
    void find() {
        language = chosen().or(this::wanted).or(this::ofTheProject).orElse(ConsoleLanguage.ENGLISH);
    }

    private Optional<ConsoleLanguage> chosen() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .flatMap(tag -> ConsoleLanguage.of(tag).stream())
                .findFirst();
    }

    private Optional<ConsoleLanguage> wanted() {
        if (request.getHeader("Accept-Language") == null) {
            // The locales would be those of the server.
            return Optional.empty();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> ConsoleLanguage.of(locale).stream())
                .findFirst();
    }

    private Optional<ConsoleLanguage> ofTheProject() {
        return config.getOptionalValue("rapidsms.default-language", String.class)
                .flatMap(ConsoleLanguage::of);
    }

    /** That of the request that is being answered; English if there is none. */
    static Locale current() {
        try {
            return CDI.current().select(ReaderLanguage.class).get().locale();
        } catch (ContextException | IllegalStateException e) {
            return Locale.ENGLISH;
        }
    }

    Locale locale() {
        return language.locale();
    }

    public ConsoleLanguage getLanguage() {
        return language;
    }

    /** All that there are. */
    public ConsoleLanguage[] getAll() {
        return ConsoleLanguage.values();
    }

    /** The address of the page that is shown, to come back to. */
    public String getHere() {
        return Servlets.getRequestURIWithQueryString(request);
    }
}
