/** The first page: is all well, and if not, what is to be done? */
package org.rapidsms.web.dashboard;
