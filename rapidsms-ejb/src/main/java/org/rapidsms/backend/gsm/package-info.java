/** A modem with a SIM card, at a serial port or behind a server that passes one on. */
package org.rapidsms.backend.gsm;
