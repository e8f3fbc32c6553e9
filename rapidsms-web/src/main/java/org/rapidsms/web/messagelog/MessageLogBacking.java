package org.rapidsms.web.messagelog;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Collection;
import java.util.TreeSet;
import org.rapidsms.app.messagelog.LogSearch;
import org.rapidsms.backend.Backends;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /messagelog/}. */
@Named
@RequestScoped
public class MessageLogBacking {

    private static final int PAGE_SIZE = 25;

    @Inject Log log;

    @Inject Backends backends;

    @Inject HttpServletRequest request;

    private String before;
    private String after;
    private Filter filter;
    private Page<LogLine> page;

    public void load() {
        filter = new Filter(request::getParameter);
        var wanted = FilteredLog.of(log, filter.in(ZoneId.systemDefault()));
        page = Page.of(wanted, before, after, PAGE_SIZE);
    }

    public Filter getFilter() {
        return filter;
    }

    /** The names of the backends that may be asked for; one that is gone too, if it is. */
    public Collection<String> getBackends() {
        var names = new TreeSet<String>();
        backends.all().forEach(backend -> names.add(backend.name()));
        if (!filter.getBackend().isEmpty()) {
            names.add(filter.getBackend());
        }
        return names;
    }

    /** All states that may be asked for. */
    public State[] getStates() {
        return State.inLog().toArray(State[]::new);
    }

    /** What is said if a search has looked no further. */
    public String getLookedAt() {
        return Texts.of("lookedAt", LogSearch.LOOKS_AT);
    }

    public String getBefore() {
        return before;
    }

    public void setBefore(String before) {
        this.before = before;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }

    public Page<LogLine> getPage() {
        return page;
    }
}
