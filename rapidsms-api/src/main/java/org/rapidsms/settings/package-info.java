/**
 * What operators set: properties of the server below one name, read once and checked.
 *
 * <p>For authors of backends and apps. Whatever is wrong is said of the full property, with what it
 * may be, and a secret is never shown.
 */
package org.rapidsms.settings;
