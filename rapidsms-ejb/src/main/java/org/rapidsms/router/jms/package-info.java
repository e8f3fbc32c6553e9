/**
 * The router whose inbox is a queue: a gateway is answered as soon as the queue has its message.
 *
 * <p>What the apps do with a message, that it is stored, and that the queue gives it up are one
 * transaction. What fails comes again, later and later, and is a dead letter in the end. Texts to
 * phones are rows, as with every router.
 */
package org.rapidsms.router.jms;
