/** One account with Twilio, by its Programmable Messaging API of 2010-04-01. */
package org.rapidsms.backend.twilio;
