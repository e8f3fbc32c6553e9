/**
 * Many contacts of one file: its lines wait in the database until all are right and somebody has
 * said "add them"; then all are stored in one transaction, or none.
 */
package org.rapidsms.contact.bulk;
