package org.rapidsms.web.frame;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.omnifaces.util.Servlets;
import org.rapidsms.console.NavigationEntry;

/** Behind the navigation: the links of all entries that whoever is looking may see. */
@Named
@RequestScoped
public class NavigationBacking {

    /** How many links a phone has room for. */
    private static final int ROOM = 5;

    @Inject @Any Instance<NavigationEntry> entries;

    @Inject Icons icons;

    @Inject HttpServletRequest request;

    @Inject FacesContext faces;

    private List<NavigationLink> all;

    @PostConstruct
    void load() {
        var address = Servlets.getRequestURI(request).substring(request.getContextPath().length());
        Stream<Supplier<NavigationEntry>> beans = entries.handlesStream().map(h -> h::get);
        all =
                new Navigation(icons::known, faces.getViewRoot().getLocale())
                        .links(beans, request.isUserInRole("staff"), address);
    }

    public List<NavigationLink> getAll() {
        return all;
    }

    /** As many as a phone has room for. */
    public List<NavigationLink> getFirst() {
        return all.size() <= ROOM ? all : all.subList(0, ROOM - 1);
    }

    /** All but the first. */
    public List<NavigationLink> getOthers() {
        return all.subList(getFirst().size(), all.size());
    }
}
