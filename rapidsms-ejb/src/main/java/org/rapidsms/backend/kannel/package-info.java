/** Kannel, the open-source gateway to modems and SMS centres. */
package org.rapidsms.backend.kannel;
