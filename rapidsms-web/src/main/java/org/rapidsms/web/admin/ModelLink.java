package org.rapidsms.web.admin;

/**
 * The way to the list of a model.
 *
 * @param name in the address
 * @param title what it is called
 * @param hint what it is; may be empty
 */
public record ModelLink(String name, String title, String hint) {}
