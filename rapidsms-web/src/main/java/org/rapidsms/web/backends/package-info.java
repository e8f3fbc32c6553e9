/** The pages of backends: how each stands, the switch that stops it, and a test of it. */
package org.rapidsms.web.backends;
