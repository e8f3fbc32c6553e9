/**
 * The durable router: the database is the truth, JMS the doorbell.
 *
 * <p>What is queued is a row. A doorbell tells a worker which; one that is lost is rung again by
 * the sweeper, one that rings twice finds nothing to do. So no message of JMS need be durable, and
 * no transaction spans two resources.
 */
package org.rapidsms.router.database;
