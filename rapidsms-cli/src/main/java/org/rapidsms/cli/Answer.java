package org.rapidsms.cli;

/**
 * What the server has answered.
 *
 * @param text to be printed as it is
 * @param problems how many problems it has found
 */
record Answer(String text, int problems) {}
