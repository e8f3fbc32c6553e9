/** The people whom messages come from and go to: a list, a form for one, a file of many. */
package org.rapidsms.web.registration;
