/**
 * Who sees a message when: the phases, the order of the apps, and the road in and out.
 *
 * <p>{@link org.rapidsms.router.Router} is plain Java and knows no container. The rest brings what
 * it needs: transactions, storage, backends. When the work is done is decided by a {@link
 * org.rapidsms.router.RouterKind}; each kind is a sub-package that nobody names.
 */
package org.rapidsms.router;
