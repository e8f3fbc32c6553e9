/** Vumi, by the relay that it has for RapidSMS. */
package org.rapidsms.backend.vumi;
