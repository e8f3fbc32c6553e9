package org.rapidsms.schema;

import java.util.List;

/** An app with tables of its own, in {@code db/apps/some_app}. */
record SomeApp(String name) implements AppSchema {

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }
}
