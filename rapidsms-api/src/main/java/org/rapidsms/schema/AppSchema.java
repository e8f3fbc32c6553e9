package org.rapidsms.schema;

import java.util.List;

/**
 * The entities and tables of an app, which become part of the persistence unit {@code rapidsms}.
 *
 * <p>It is found by the file {@code META-INF/services/org.rapidsms.schema.AppSchema} of the app's
 * jar, which holds the name of a class that implements this, with a public constructor without
 * parameters. It is asked once, when the server starts, before there is CDI.
 *
 * <p>The tables are made by numbered migrations in the folder {@code db/apps/NAME} of the jar, such
 * as {@code V1__villages.sql}. They run after those of RapidSMS, in order, once; what has run
 * stands in the table {@code schema_history_NAME}. They may refer to the tables of RapidSMS, and
 * must not change them.
 */
public interface AppSchema {

    /** The name of the app: lower-case letters, digits and underscores; it never changes. */
    String name();

    /** The entities. What these are made of, embeddables for one, is found through them. */
    List<Class<?>> entities();
}
