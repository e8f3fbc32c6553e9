/**
 * Where: places that lie in one another, such as villages in districts.
 *
 * <p>For authors of apps. The entities may be related to from an app's own entities; which place a
 * text speaks of is {@link org.rapidsms.message.IncomingMessage#location()}.
 */
package org.rapidsms.location;
