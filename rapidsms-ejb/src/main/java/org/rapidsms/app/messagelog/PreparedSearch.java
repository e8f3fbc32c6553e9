package org.rapidsms.app.messagelog;

/**
 * A filter of which is known what need be found out only once, however many pages are read: see
 * {@link LogSearch#prepare}.
 *
 * @param filter which lines are wanted
 * @param low no line that is wanted has a smaller number
 * @param high no line that is wanted has a greater number; less than the other if there is none
 */
public record PreparedSearch(LogFilter filter, long low, long high) {}
