package org.rapidsms.admin;

import java.io.Serializable;
import java.util.List;

/**
 * What is wrong with an entry.
 *
 * @param field the name of the field; empty if it is none alone
 * @param key of the model's words for it, or a whole sentence
 * @param arguments of the words
 */
public record Refusal(String field, String key, List<Serializable> arguments)
        implements Serializable {

    public Refusal(String field, String key, Serializable... arguments) {
        this(field, key, List.of(arguments));
    }
}
