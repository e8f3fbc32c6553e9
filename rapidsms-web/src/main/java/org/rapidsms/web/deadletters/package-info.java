/** The page of dead letters: what nobody could deliver, to be tried again or dropped. */
package org.rapidsms.web.deadletters;
