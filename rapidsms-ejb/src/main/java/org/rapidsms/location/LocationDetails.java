package org.rapidsms.location;

/**
 * What is known of a place that is to be stored.
 *
 * @param name of the place
 * @param code what people write for it
 * @param type the name of what kind of place it is; empty if it is of none
 * @param parent the number of the place that it lies in; null if it lies in none
 * @param point where it is; null if that is not known
 */
public record LocationDetails(String name, String code, String type, Long parent, Point point) {}
