package org.rapidsms.web.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.omnifaces.cdi.Param;
import org.rapidsms.admin.Admin;
import org.rapidsms.admin.AdminModel;
import org.rapidsms.admin.Choice;
import org.rapidsms.admin.Filter;
import org.rapidsms.admin.Row;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /admin/} and {@code /admin/MODEL/}: the models, and the list of one. */
@Named
@RequestScoped
public class AdminListBacking {

    private static final int PAGE_SIZE = 25;
    private static final int LONGEST_SEARCH = 100;

    @Inject Admin admin;

    @Inject FacesContext faces;

    @Inject
    @Param(name = "q")
    String typed;

    @Inject @Param String before;

    @Inject @Param String after;

    private AdminModel<?> model;
    private final List<FilterChoice> filters = new ArrayList<>();
    private Page<Row> page;

    boolean load(AdminModel<?> wanted) {
        model = wanted;
        model.filters().forEach(filter -> filters.add(choice(filter)));
        var rows = new AdminRows(admin, model.name(), getSearch(), chosen(), language());
        page = Page.of(rows, before, after, PAGE_SIZE);
        return true;
    }

    private FilterChoice choice(Filter filter) {
        var choices = filter.choices().get();
        var wanted = faces.getExternalContext().getRequestParameterMap().get(filter.name());
        boolean isOffered = choices.stream().anyMatch(c -> c.value().equals(wanted));
        return new FilterChoice(
                filter.name(),
                words(filter.name()),
                isOffered ? wanted : "",
                choices.stream().map(c -> item(filter.name(), c)).toList());
    }

    private SelectItem item(String filter, Choice choice) {
        return new SelectItem(
                choice.value(),
                choice.label() == null ? words(filter + "." + choice.value()) : choice.label());
    }

    private Map<String, String> chosen() {
        var chosen = new LinkedHashMap<String, String>();
        filters.stream()
                .filter(f -> !f.chosen().isEmpty())
                .forEach(f -> chosen.put(f.name(), f.chosen()));
        return chosen;
    }

    private Locale language() {
        return faces.getViewRoot().getLocale();
    }

    private String words(String key) {
        return model.words(key, language());
    }

    /** All models. */
    public List<ModelLink> getModels() {
        return admin.models().stream()
                .map(
                        each ->
                                new ModelLink(
                                        each.name(),
                                        each.words("title", language()),
                                        each.words("title.hint", language())))
                .toList();
    }

    /** What is looked for; empty if everything is shown. */
    public String getSearch() {
        var search = typed == null ? "" : typed.strip().replace("\0", "");
        return search.substring(0, Math.min(search.length(), LONGEST_SEARCH));
    }

    public boolean isSearchable() {
        return model.isSearchable();
    }

    /** Tells what the search looks at. */
    public String getSearchHint() {
        return words("search");
    }

    public List<FilterChoice> getFilters() {
        return filters;
    }

    /** Whether there is anything to look for or to choose. */
    public boolean isNarrowable() {
        return isSearchable() || !filters.isEmpty();
    }

    /** Whether something is looked for or chosen. */
    public boolean isNarrowed() {
        return !getSearch().isEmpty() || !chosen().isEmpty();
    }

    /** What an address of this list begins with. */
    public String getQuery() {
        var query = new StringBuilder();
        if (!getSearch().isEmpty()) {
            query.append("q=").append(URLEncoder.encode(getSearch(), UTF_8)).append('&');
        }
        chosen().forEach(
                        (f, value) ->
                                query.append(f).append('=').append(escaped(value)).append('&'));
        return query.toString();
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, UTF_8);
    }

    /** Says that there are no rows. */
    public String getNoneYet() {
        return Texts.of("adminNone", words("title"));
    }

    /** The titles of the columns. */
    public List<String> getColumns() {
        return model.columns().stream().map(column -> words(column.name())).toList();
    }

    /** What stands above the titles of rows. */
    public String getOne() {
        return words("one");
    }

    public Page<Row> getPage() {
        return page;
    }
}
