package org.rapidsms.web.httptester;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.web.frame.BundledEntry;

/** Leads to {@code /httptester/}. */
@ApplicationScoped
public class HttpTesterEntry extends BundledEntry {

    public HttpTesterEntry() {
        super("/httptester/", "phone", "httptester", 200);
    }
}
