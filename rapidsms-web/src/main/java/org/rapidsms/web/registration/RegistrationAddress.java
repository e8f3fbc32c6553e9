package org.rapidsms.web.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.rapidsms.web.frame.PartAddress;
import org.rapidsms.web.frame.Steps;
import org.rapidsms.web.frame.Texts;

/** Which part of registration an address below {@code /registration/} means. */
@Named
@RequestScoped
public class RegistrationAddress extends PartAddress {

    private static final String LIST = "contacts";
    private static final String ADD = "add";
    private static final String BULK_ADD = "bulk_add";
    private static final String EDIT = "edit";

    @Inject RegistrationBacking list;

    @Inject ContactBacking contact;

    @Override
    protected String part(Steps steps) {
        if (steps.are()) {
            return LIST;
        }
        if (steps.are("contact", ADD) || steps.are("contact", BULK_ADD)) {
            return steps.at(1);
        }
        return steps.are(Steps.NUMBER, EDIT) ? EDIT : "";
    }

    @Override
    protected boolean show(String part) {
        switch (part) {
            case LIST -> list.load();
            case ADD -> contact.loadNew();
            case EDIT -> {
                return contact.load(steps().number(0));
            }
            default -> {
                // A file of contacts finds by itself what there is to show.
            }
        }
        return true;
    }

    public String getTitle() {
        return switch (getPart()) {
            case ADD -> Texts.of("addContact");
            case BULK_ADD -> Texts.of("bulkAddTitle");
            case EDIT -> Texts.of("editContact");
            default -> Texts.of("registration");
        };
    }

    /** What stands below the title. */
    public String getHint() {
        return switch (getPart()) {
            case ADD -> Texts.of("addContactHint");
            case BULK_ADD -> Texts.of("bulkAddHint");
            case EDIT -> Texts.of("editContactHint");
            default -> Texts.of("registrationHint");
        };
    }
}
