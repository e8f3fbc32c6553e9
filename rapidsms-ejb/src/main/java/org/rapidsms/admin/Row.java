package org.rapidsms.admin;

import java.io.Serializable;
import java.util.List;

/**
 * What is shown of one row of a model.
 *
 * @param id its number
 * @param title what it is called
 * @param page where else in the console it is shown; or null
 * @param cells its columns, or its facts
 */
public record Row(long id, String title, String page, List<Shown> cells) implements Serializable {

    /** The number again, for pages: they cannot tell a record's component from a method. */
    public long getId() {
        return id;
    }
}
