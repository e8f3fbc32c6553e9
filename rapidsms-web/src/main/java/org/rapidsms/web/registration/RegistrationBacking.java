package org.rapidsms.web.registration;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import org.omnifaces.cdi.Param;
import org.rapidsms.contact.Contact;
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

    @Inject
    @Param(name = "q")
    String typed;

    @Inject @Param String sort;

    @Inject @Param String before;

    @Inject @Param String after;

    private Page<Contact> page;

    public void load() {
        var order = isNewestFirst() ? ContactOrder.NEWEST : ContactOrder.NAME;
        page = Page.of(new ContactRows(contacts, getSearch(), order), before, after, PAGE_SIZE);
    }

    /** What is looked for; empty if everybody is shown. */
    public String getSearch() {
        var search = typed == null ? "" : typed.strip().replace("\0", "");
        return search.substring(0, Math.min(search.length(), LONGEST_SEARCH));
    }

    public boolean isNewestFirst() {
        return NEWEST.equals(sort);
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
