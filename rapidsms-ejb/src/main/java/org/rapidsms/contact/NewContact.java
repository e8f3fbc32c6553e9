package org.rapidsms.contact;

import java.util.List;
import java.util.Map;

/**
 * A contact that is to be stored, and the phones that it is reached by.
 *
 * @param name of the contact; may be empty
 * @param language a BCP 47 tag; empty for the project's default
 * @param phones which nobody may own yet
 * @param values of the fields that apps have declared, by key, as they are written
 */
public record NewContact(
        String name, String language, List<Phone> phones, Map<String, String> values) {}
