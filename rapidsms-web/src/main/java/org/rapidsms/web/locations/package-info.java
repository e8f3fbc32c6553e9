/** The pages that show places in their tree and on a map, and the fields that choose a place. */
package org.rapidsms.web.locations;
