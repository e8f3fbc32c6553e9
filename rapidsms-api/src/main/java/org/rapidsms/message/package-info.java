/**
 * What is said: messages on their way through the apps, and their rows in the database.
 *
 * <p>For authors of apps. {@link org.rapidsms.message.IncomingMessage} and {@link
 * org.rapidsms.message.OutgoingMessage} are what an app is handed; {@link
 * org.rapidsms.message.Message} and its {@link org.rapidsms.message.Transmission}s are what
 * remains.
 */
package org.rapidsms.message;
