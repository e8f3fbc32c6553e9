/**
 * What the settings of RapidSMS and of Kannel are called here. It writes properties to be read by
 * somebody, and drops nothing in silence: what it does not know it says.
 */
package org.rapidsms.cli.migration;
