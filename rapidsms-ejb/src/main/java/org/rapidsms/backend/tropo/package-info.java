/**
 * An application of Tropo, as RapidSMS's tutorial sets it up. Tropo itself has ended; others took
 * up its API.
 */
package org.rapidsms.backend.tropo;
