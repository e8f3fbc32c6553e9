/**
 * Any gateway that speaks HTTP, without code: its settings say how it is called and how it calls.
 *
 * <p>{@code HttpConfig} has the parts: {@code Outgoing} makes a call of templates, {@code Replies}
 * reads what it is answered, {@code Incoming} and {@code Reports} read the gateway's calls, and
 * {@code Answer} answers them.
 */
package org.rapidsms.backend.http;
