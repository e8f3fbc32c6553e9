/** The smallest useful handlers, and the ones to copy. */
package org.rapidsms.app.echo;
