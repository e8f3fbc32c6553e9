/**
 * Tests of the whole: the EAR as it is shipped, on the server as it is configured, called by
 * gateways and browsers.
 *
 * <p>They know nothing inside RapidSMS; only the app that they drop in knows its API. One server
 * runs for all of them; each test uses phone numbers of its own.
 */
package org.rapidsms.it;
