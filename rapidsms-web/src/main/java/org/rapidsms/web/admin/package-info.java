/** Pages below {@code /admin/}: one mechanism for all models, of ours and of apps. */
package org.rapidsms.web.admin;
