/** Logging in and out. */
package org.rapidsms.web.accounts;
