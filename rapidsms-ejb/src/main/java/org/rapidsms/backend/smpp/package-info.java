/** A network's own SMS centre, or whoever else speaks SMPP 3.4. */
package org.rapidsms.backend.smpp;
