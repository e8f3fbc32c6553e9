/** Texts that name a place. */
package org.rapidsms.app.locations;
