/** One account with Africa's Talking, by the first version of its messaging API. */
package org.rapidsms.backend.africastalking;
