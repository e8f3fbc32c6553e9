/** One account with Infobip, by the third version of its SMS API. */
package org.rapidsms.backend.infobip;
