/** One account with Clickatell, by its platform or by its older HTTP API. */
package org.rapidsms.backend.clickatell;
