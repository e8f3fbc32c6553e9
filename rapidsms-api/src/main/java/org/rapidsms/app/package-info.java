/**
 * What apps and handlers are.
 *
 * <p>For authors of apps. An app sees messages and contacts and nothing else of ours; the bundled
 * ones below {@code org.rapidsms.app} see no more than yours. To write one, implement {@link
 * org.rapidsms.app.App}, or extend {@link org.rapidsms.app.KeywordHandler}, as a CDI bean in a jar
 * with a {@code META-INF/beans.xml}.
 */
package org.rapidsms.app;
