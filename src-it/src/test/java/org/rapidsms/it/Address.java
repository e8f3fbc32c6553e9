package org.rapidsms.it;

import static org.rapidsms.it.Address.Kind.ACTION;
import static org.rapidsms.it.Address.Kind.FILE;
import static org.rapidsms.it.Address.Kind.PAGE;
import static org.rapidsms.it.Address.Reader.ANYBODY;
import static org.rapidsms.it.Address.Reader.STAFF;
import static org.rapidsms.it.Address.Reader.USER;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Every address of the console, one a line: whom it lets in, what it is, and the page or the
 * servlet of the WAR that answers. A line here makes a page part of all tests that walk through the
 * console (AccessIT, LooksIT), and the first of these fails as long as it is missing.
 */
enum Address {
    LOG_IN(ANYBODY, PAGE, "/accounts/login/", "accounts/login.xhtml"),
    LOG_OUT(ANYBODY, ACTION, "/accounts/logout/", "LogoutServlet"),
    LANGUAGE(ANYBODY, ACTION, "/accounts/language/", "LanguageServlet"),
    KANNEL_REPORTS(ANYBODY, ACTION, "/kannel/delivery-report/", "KannelReportServlet"),
    PASSWORD(USER, PAGE, "/accounts/password/", "accounts/password.xhtml"),
    HOME(USER, PAGE, "/", "HomeServlet"),
    DASHBOARD(USER, PAGE, "/dashboard/", "dashboard.xhtml"),
    TESTER(USER, PAGE, "/httptester/15570100/", "httptester.xhtml"),
    MESSAGING(USER, PAGE, "/messaging/", "messaging.xhtml"),
    SENT(USER, PAGE, "/messaging/{message}/", "messaging.xhtml"),
    CONTACTS(USER, PAGE, "/registration/", "registration.xhtml"),
    CONTACT(USER, PAGE, "/registration/{contact}/edit/", "registration.xhtml"),
    ADD_CONTACT(USER, PAGE, "/registration/contact/add/", "registration.xhtml"),
    ADD_MANY(USER, PAGE, "/registration/contact/bulk_add/", "registration.xhtml"),
    CONTACTS_EXPORT(USER, FILE, "/registration/export.csv", "ContactExportServlet"),
    PLACES(USER, PAGE, "/locations/", "locations.xhtml"),
    ADD_PLACE(USER, PAGE, "/locations/add/", "locations.xhtml"),
    PLACE(USER, PAGE, "/locations/{place}/", "locations.xhtml"),
    EDIT_PLACE(USER, PAGE, "/locations/{place}/edit/", "locations.xhtml"),
    LOG(USER, PAGE, "/messagelog/", "messagelog.xhtml"),
    MESSAGE(USER, PAGE, "/messagelog/{message}/", "messagelog.xhtml"),
    LOG_EXPORT(USER, FILE, "/messagelog/export.csv", "ExportServlet"),
    ADMIN(STAFF, PAGE, "/admin/", "admin.xhtml"),
    ADMIN_USERS(STAFF, PAGE, "/admin/users/", "admin.xhtml"),
    ADMIN_ADD_USER(STAFF, PAGE, "/admin/users/add/", "admin.xhtml"),
    ADMIN_CONTACT(STAFF, PAGE, "/admin/contacts/{contact}/", "admin.xhtml"),
    ADMIN_EDIT_CONTACT(STAFF, PAGE, "/admin/contacts/{contact}/edit/", "admin.xhtml"),
    ADMIN_DELETE_CONTACT(STAFF, PAGE, "/admin/contacts/{contact}/delete/", "admin.xhtml"),
    BACKENDS(STAFF, PAGE, "/backends/", "backends.xhtml"),
    BACKEND(STAFF, PAGE, "/backends/http/", "backends.xhtml"),
    DEAD_LETTERS(STAFF, PAGE, "/deadletters/", "deadletters.xhtml"),
    STRANGERS(USER, PAGE, "/clinics.xhtml", "(in the stranger's jar)"),
    STRANGERS_FOR_STAFF(STAFF, PAGE, "/staff/clinics.xhtml", "(in the stranger's jar)");

    /** Who may go there: each of these may go where those before may. */
    enum Reader {
        ANYBODY,
        USER,
        STAFF
    }

    /** What it gives: something to look at, something to keep, or only something done by POST. */
    enum Kind {
        PAGE,
        FILE,
        ACTION
    }

    private final Reader reader;
    private final Kind kind;
    private final String path;
    private final String source;

    Address(Reader reader, Kind kind, String path, String source) {
        this.reader = reader;
        this.kind = kind;
        this.path = path;
        this.source = source;
    }

    static List<Address> pages() {
        return Arrays.stream(values()).filter(address -> address.kind == PAGE).toList();
    }

    /** Those that are closed to this reader. */
    static Stream<Address> closedTo(Reader reader) {
        return Arrays.stream(values()).filter(address -> address.reader.compareTo(reader) > 0);
    }

    /** The pages and files that are open to this reader. */
    static Stream<Address> openTo(Reader reader) {
        return Arrays.stream(values())
                .filter(address -> address.kind != ACTION)
                .filter(address -> address.reader.compareTo(reader) <= 0);
    }

    /** With an example's id in place of each {name}: see {@link Examples}. */
    String path() {
        return path;
    }

    String source() {
        return source;
    }

    /** What a picture of it is called. */
    String picture() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
