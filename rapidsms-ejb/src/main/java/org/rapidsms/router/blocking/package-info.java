/** The router that does everything before it returns. */
package org.rapidsms.router.blocking;
