/** An app over which a server is killed. */
package org.rapidsms.it.fatal;
