/** The tables: numbered migrations in {@code db/migration}, run before anything else is done. */
package org.rapidsms.schema;
