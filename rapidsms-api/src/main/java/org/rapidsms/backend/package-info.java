/**
 * How texts leave and reach us.
 *
 * <p>For authors of backends. A backend knows this package and its {@link org.rapidsms.settings
 * settings}, and nothing else of ours: plain values come in, plain values and typed failures go
 * out, and what follows from them is the router's business. To add one, copy a sub-package such as
 * {@code org.rapidsms.backend.kannel} with its test: an engine, its settings, its backend.
 */
package org.rapidsms.backend;
