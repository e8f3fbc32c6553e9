/** A backend that has no gateway: what it sends is a row. The message tester's phone. */
package org.rapidsms.backend.database;
