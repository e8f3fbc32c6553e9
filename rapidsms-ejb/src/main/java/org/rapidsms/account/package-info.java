/** Who may use the console. */
package org.rapidsms.account;
