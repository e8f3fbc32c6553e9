/**
 * Where gateways call us: {@code /backend/NAME/}.
 *
 * <p>But for the address at which RapidSMS took Kannel's reports, this package knows HTTP and no
 * gateway; a backend knows its gateway and no HTTP. An answer of 200 promises that what was told is
 * stored.
 */
package org.rapidsms.web.webhook;
