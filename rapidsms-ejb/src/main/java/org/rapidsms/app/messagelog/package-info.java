/** The message log: what was said, one row for each phone. */
package org.rapidsms.app.messagelog;
