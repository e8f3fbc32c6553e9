/**
 * What the command line asks for, below {@code /command/}: plain text, to be printed as it is.
 *
 * <p>Each call carries name and password of a user of the staff (HTTP Basic). There is no session,
 * and a cookie opens nothing.
 */
package org.rapidsms.web.command;
