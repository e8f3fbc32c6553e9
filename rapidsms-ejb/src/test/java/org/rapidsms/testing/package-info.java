/**
 * The test kit for apps of ours and of others; that for backends is in {@code rapidsms-testing}.
 *
 * <p>Nothing here needs a container or a database: {@link org.rapidsms.testing.Conversation} plays
 * a script with real apps in a real router, {@link org.rapidsms.testing.TestRouter} records what
 * goes in and out, {@link org.rapidsms.testing.Some} makes what a test does not care about. It is
 * packed as a test-jar.
 */
package org.rapidsms.testing;
