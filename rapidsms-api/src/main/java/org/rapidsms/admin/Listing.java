package org.rapidsms.admin;

import java.util.Map;

/**
 * Which rows a list shows.
 *
 * @param search what is looked for; empty for everything
 * @param filters the values that were chosen, by the names of the filters; those of a filter that
 *     was left alone are missing
 * @param key the number that the list begins beside
 * @param newer true for rows with greater numbers, smallest first; false for those with smaller
 *     ones, greatest first
 * @param most how many rows at most
 */
public record Listing(
        String search, Map<String, String> filters, long key, boolean newer, int most) {}
