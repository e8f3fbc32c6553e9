/**
 * What a message meets on its way.
 *
 * <ol>
 *   <li>A gateway calls the webhook of a {@linkplain org.rapidsms.backend.Backend backend}, which
 *       reads the call.
 *   <li>What it read is {@linkplain org.rapidsms.router.Inbox stored}, and the gateway is answered:
 *       from here on nothing is lost.
 *   <li>The {@linkplain org.rapidsms.router.Router router} walks the message through the
 *       {@linkplain org.rapidsms.app.App apps}.
 *   <li>Their answers are stored with what the apps did, one {@linkplain
 *       org.rapidsms.message.Transmission transmission} for each phone.
 *   <li>The {@linkplain org.rapidsms.router.Sender sender} hands each backend its own.
 * </ol>
 *
 * <p>Begin reading at {@link org.rapidsms.router.Router}.
 */
package org.rapidsms;
