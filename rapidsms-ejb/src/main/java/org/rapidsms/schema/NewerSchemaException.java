package org.rapidsms.schema;

/** The tables were made by a newer version, which this one would work on without knowing them. */
public class NewerSchemaException extends RuntimeException {

    /**
     * @param whose whose tables they are
     * @param there the last migration that has run
     * @param known the last one that is known here
     */
    NewerSchemaException(String whose, String there, String known) {
        super(
                ("the database has the tables of a newer version of %s (schema %s, known here up to"
                                + " %s); start that version, or restore the backup from before it")
                        .formatted(whose, there, known));
    }
}
