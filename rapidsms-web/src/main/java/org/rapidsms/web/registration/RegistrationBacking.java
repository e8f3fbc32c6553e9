package org.rapidsms.web.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.util.List;
import org.omnifaces.cdi.Param;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.ContactField;
import org.rapidsms.contact.ContactFields;
import org.rapidsms.contact.ContactOrder;
import org.rapidsms.contact.Contacts;
import org.rapidsms.web.frame.Page;
import org.rapidsms.web.frame.Texts;

/** Behind {@code /registration/}: the list of contacts. */
@Named
@RequestScoped
public class RegistrationBacking {

    private static final int PAGE_SIZE = 25;
    private static final int LONGEST_SEARCH = Contact.NAME_LENGTH;
    private static final String NEWEST = "newest";

    @Inject Contacts contacts;

    @Inject ContactFields fields;

    @Inject FacesContext faces;

    @Inject
    @Param(name = "q")
    String typed;

    @Inject @Param String sort;

    @Inject @Param String before;

    @Inject @Param String after;

    private Page<Contact> page;

    public void load() {
        page = Page.of(rows(contacts, typed, sort), before, after, PAGE_SIZE);
    }

    /**
     * The contacts that an address asks for.
     *
     * @param typed the {@code q} of the address, or null
     * @param sort the {@code sort} of the address, or null
     */
    static ContactRows rows(Contacts contacts, String typed, String sort) {
        var order = NEWEST.equals(sort) ? ContactOrder.NEWEST : ContactOrder.NAME;
        return new ContactRows(contacts, search(typed), order);
    }

    private static String search(String typed) {
        var search = typed == null ? "" : typed.strip().replace("\0", "");
        return search.substring(0, Math.min(search.length(), LONGEST_SEARCH));
    }

    /** What is looked for; empty if everybody is shown. */
    public String getSearch() {
        return search(typed);
    }

    public boolean isNewestFirst() {
        return NEWEST.equals(sort);
    }

    /** The fields that have a column. */
    public List<Column> getColumns() {
        var locale = faces.getViewRoot().getLocale();
        return fields.all().stream()
                .filter(ContactField::isListed)
                .map(field -> new Column(field, field.label(locale)))
                .toList();
    }

    /** What stands in such a column for a contact. */
    public String shown(Contact contact, Column column) {
        var written = contact.written().get(column.field().key());
        return written == null
                ? Texts.of("nothing")
                : ShownValue.of(column.field(), written, faces.getViewRoot().getLocale());
    }

    /**
     * A column of the list, besides those that are always there.
     *
     * @param field whose values it shows
     * @param label its heading
     */
    public record Column(ContactField<?> field, String label) {

        public String getLabel() {
            return label;
        }
    }

    /** How the address names the order. */
    public String getSort() {
        return isNewestFirst() ? NEWEST : "name";
    }

    /** What an address of this search begins with. */
    public String getSearchQuery() {
        return getSearch().isEmpty() ? "" : "q=" + URLEncoder.encode(getSearch(), UTF_8) + "&";
    }

    /** What an address of this search in this order begins with. */
    public String getQuery() {
        return getSearchQuery() + "sort=" + getSort() + "&";
    }

    /** Says that nobody was found. */
    public String getNobodyFound() {
        return Texts.of("nobodyFound", getSearch());
    }

    public Page<Contact> getPage() {
        return page;
    }
}
