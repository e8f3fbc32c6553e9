package org.rapidsms.web.admin;

import jakarta.faces.model.SelectItem;
import java.util.List;

/**
 * A filter of a list as a page shows it.
 *
 * @param name in the address
 * @param label what it is called
 * @param chosen its value now; empty if it is left alone
 * @param items what there is to choose
 */
public record FilterChoice(String name, String label, String chosen, List<SelectItem> items) {}
