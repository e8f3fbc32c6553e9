package org.rapidsms.router;

import java.time.Duration;
import org.rapidsms.backend.Holds;
import org.rapidsms.backend.ReadyBackends;

/**
 * What all connections of a node share.
 *
 * @param id the node; another one each time it starts
 * @param calm does what no interrupt may reach
 * @param look how long to wait before it is looked again whether a backend is free
 * @param lease how long its holder may say nothing
 * @param pace how long to wait before a gateway is asked again
 */
record LinkNode(
        String id,
        Holds holds,
        ReadyBackends ready,
        Arrivals arrivals,
        Doorbell doorbell,
        Calm calm,
        Duration look,
        Duration lease,
        Backoff.Pace pace) {}
