/** The page of all that was said. */
package org.rapidsms.web.messagelog;
