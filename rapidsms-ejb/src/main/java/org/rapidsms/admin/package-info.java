/** Runs the models of administrators, ours and those of apps, for the pages below /admin/. */
package org.rapidsms.admin;
