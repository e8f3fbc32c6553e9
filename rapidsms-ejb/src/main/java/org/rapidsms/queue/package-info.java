/**
 * What the queues of the broker hold: messages from phones that wait there, and letters that nobody
 * could deliver.
 *
 * <p>For routers, and for the page that shows the dead letters. Which queue is worked off by whom
 * is the routers' business.
 */
package org.rapidsms.queue;
