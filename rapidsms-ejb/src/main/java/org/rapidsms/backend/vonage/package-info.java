/** One account with Vonage, once Nexmo, by its SMS API. */
package org.rapidsms.backend.vonage;
