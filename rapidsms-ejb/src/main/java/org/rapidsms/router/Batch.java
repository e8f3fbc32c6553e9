package org.rapidsms.router;

/**
 * The transmissions of one message that leave by one backend.
 *
 * @param message the number of the message's row
 * @param backend the name of the backend
 */
public record Batch(long message, String backend) {}
