package org.rapidsms.backend;

/** What a gateway can tell us. */
public sealed interface BackendEvent permits IncomingSms, DeliveryReport, Consent {}
