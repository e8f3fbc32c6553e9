package org.rapidsms.router;

/**
 * Where a message from a phone is kept.
 *
 * @param row its number
 * @param lane the part of the inbox in which it waits for its turn
 */
public record Stored(long row, int lane) {}
