/** A gateway that is none: it takes and refuses texts as a test wants it to. Not for production. */
package org.rapidsms.backend.bucket;
