package org.rapidsms.admin;

/**
 * Something that an action on a row takes along.
 *
 * @param key of the words for it: {@code {0}} is the number, so that {@code {0,choice,…}} can say
 *     one or many
 * @param count how many, as far as was counted
 * @param more whether there are more than that
 */
public record Companion(String key, long count, boolean more) {}
