package org.rapidsms.contact;

/**
 * A contact that is to be stored, and the phone that it is reached by.
 *
 * @param name of the contact; may be empty
 * @param language a BCP 47 tag; empty for the project's default
 * @param phone which nobody may own yet
 */
public record NewContact(String name, String language, Phone phone) {}
