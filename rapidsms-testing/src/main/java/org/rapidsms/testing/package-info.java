/**
 * The test kit for backends, of ours and of others.
 *
 * <p>{@link org.rapidsms.testing.BackendTable} tells a backend's story, a line a case. It needs no
 * container, no database and no network.
 */
package org.rapidsms.testing;
