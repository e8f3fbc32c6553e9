package org.rapidsms.admin;

import java.io.Serializable;
import java.time.Instant;

/**
 * One thing that is shown of a row.
 *
 * @param name of the column
 * @param label what it is called
 * @param words what it is; empty if there is nothing
 * @param moment when it was, if it is a time; or null
 * @param link the path that it leads to; or null
 */
public record Shown(String name, String label, String words, Instant moment, String link)
        implements Serializable {}
