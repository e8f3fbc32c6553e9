package org.rapidsms.admin;

import java.util.List;
import java.util.function.Supplier;

/**
 * Something by which a list can be narrowed.
 *
 * @param name of its words
 * @param choices asked whenever the list is shown
 */
public record Filter(String name, Supplier<List<Choice>> choices) {}
