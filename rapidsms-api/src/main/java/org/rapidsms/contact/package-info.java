/**
 * Who is at the other end: people, and the phones by which backends reach them.
 *
 * <p>For authors of apps. The entities may be related to from an app's own entities.
 */
package org.rapidsms.contact;
