/**
 * How an app joins the console.
 *
 * <p>For authors of apps that have pages of their own: see {@code docs/pages.md}.
 */
package org.rapidsms.console;
