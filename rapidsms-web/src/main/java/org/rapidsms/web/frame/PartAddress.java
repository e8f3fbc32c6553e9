package org.rapidsms.web.frame;

import jakarta.servlet.http.HttpServletResponse;
import org.omnifaces.util.Faces;

/**
 * Which part of a page an address means, such as the form of a contact at {@code
 * /registration/7/edit/}. Each part is a file among what the page includes.
 */
public abstract class PartAddress {

    private Steps steps;
    private String part;

    /** Has the part made ready that the address means; if there is none, that is the answer. */
    public void load() {
        if (part().isEmpty() || !show(part())) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
        }
    }

    /** The part that these steps lead to; empty if they lead nowhere. */
    protected abstract String part(Steps steps);

    /** Makes a part ready; false if there is nothing for it to show. */
    protected abstract boolean show(String part);

    /** The steps of the address. */
    protected Steps steps() {
        if (steps == null) {
            steps = Steps.ofRequest();
        }
        return steps;
    }

    private String part() {
        // Asked for anew by a form that comes back: load() was for the page that showed it.
        if (part == null) {
            part = part(steps());
        }
        return part;
    }

    /** The file of the part; that of the bare address, if there is none. */
    public String getPart() {
        return part().isEmpty() ? part(Steps.read(null)) : part();
    }
}
