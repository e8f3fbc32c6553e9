/** Internet Relay Chat (RFC 1459, 2812): people who write to us, in channels or alone. */
package org.rapidsms.backend.irc;
