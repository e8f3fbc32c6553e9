/** The app that asks the handlers. */
package org.rapidsms.app.handlers;
