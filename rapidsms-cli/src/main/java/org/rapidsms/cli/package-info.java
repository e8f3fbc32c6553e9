/**
 * The command line: what is asked of a running server without a browser. It knows nothing of the
 * server but a few addresses below {@code /command/}, and prints what they answer. Only {@code
 * migrate-settings} asks nobody.
 */
package org.rapidsms.cli;
