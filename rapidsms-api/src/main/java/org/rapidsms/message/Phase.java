package org.rapidsms.message;

/** A step of routing, in which the apps are asked one after the other. */
public enum Phase {
    FILTER,
    PARSE,
    HANDLE,
    FALLBACK,
    CLEANUP,
    OUTGOING
}
