package org.rapidsms.web.frame;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of the icons that are there. */
@ApplicationScoped
public class Icons {

    private static final String FILE = "/WEB-INF/templates/icons.xhtml";
    private static final Pattern NAME = Pattern.compile("id=\"i-([\\w-]+)\"");
    private static final String ANY = "app";

    @Inject ServletContext application;

    private Set<String> names;

    @PostConstruct
    void load() {
        try (var file = application.getResourceAsStream(FILE)) {
            var symbols = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            names =
                    NAME.matcher(symbols)
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }

    /** The icon of this name if it is there, otherwise a plain one. */
    public String known(String name) {
        return name != null && names.contains(name) ? name : ANY;
    }
}
