/** The message tester: a phone on a page. */
package org.rapidsms.web.httptester;
