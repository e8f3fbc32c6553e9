/** An app of a stranger, which the tests drop into the EAR. */
package org.rapidsms.it.stranger;
