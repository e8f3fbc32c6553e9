/** The page that writes to people, and shows how far each of them was reached. */
package org.rapidsms.web.messaging;
