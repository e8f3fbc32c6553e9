/**
 * What all pages have in common: their frame, how they tell what happened, how long lists are cut.
 */
package org.rapidsms.web.frame;
