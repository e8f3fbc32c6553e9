package org.rapidsms.app;

/** Whether a message goes on. */
public enum Verdict {
    /** It does. */
    PASS,
    /** It does not: no other app sees it. */
    DROP
}
