package org.rapidsms.backend.gsm;

import java.time.Duration;

/**
 * How long a modem is waited for.
 *
 * @param answer for the answer to a command, and for the prompt
 * @param busy before a command is repeated that it was too busy for
 * @param repetitions how often that is done
 */
record Patience(Duration answer, Duration busy, int repetitions) {

    static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(2), 10);
}
