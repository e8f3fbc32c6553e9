/** The app {@code default}: the last word on what nobody understands. */
package org.rapidsms.app.fallback;
