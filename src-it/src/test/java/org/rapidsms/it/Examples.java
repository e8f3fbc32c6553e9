package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

/** Something to look at: a contact, a message that she wrote, the answer, and a place. */
final class Examples {

    /** Hers. */
    static final String PHONE = "15570100";

    private static String contact;
    private static String message;
    private static String place;

    private Examples() {}

    /** The path of an address, with ids of what is there. */
    static synchronized String path(Address address) {
        if (contact == null) {
            make();
        }
        return address.path()
                .replace("{contact}", contact)
                .replace("{message}", message)
                .replace("{place}", place);
    }

    /** After this the server is another one. */
    static synchronized void forget() {
        contact = null;
    }

    private static void make() {
        Server.post("/backend/http/", "identity", PHONE, "text", "name آمنة");
        var somebody = Visitor.loggedIn(Server.ADMINISTRATOR, Server.PASSWORD);
        message =
                awaitFound(
                        somebody,
                        "/messagelog/?direction=outgoing&who=" + PHONE,
                        "/messagelog/([0-9a-f]{32})/");
        place = addPlace(somebody);
        contact = awaitFound(somebody, "/registration/?q=" + PHONE, "/registration/(\\d+)/edit/");
    }

    private static String addPlace(Visitor visitor) {
        var form = visitor.hiddenFields("/locations/add/");
        form.put("name", "كمبالا");
        form.put("placeType", "District");
        form.put("latitude", "0.3476");
        form.put("longitude", "32.5825");
        form.put("save", "");
        visitor.post("/locations/add/", form);
        return awaitFound(
                visitor, "/locations/?q=" + Server.escaped("كمبالا"), "/locations/(\\d+)/");
    }

    private static String awaitFound(Visitor visitor, String path, String regex) {
        return await().atMost(ofSeconds(40))
                .until(() -> visitor.find(path, regex), found -> found.isPresent())
                .orElseThrow();
    }
}
