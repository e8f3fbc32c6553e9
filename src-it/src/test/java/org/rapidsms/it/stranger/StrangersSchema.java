package org.rapidsms.it.stranger;

import java.util.List;
import org.rapidsms.schema.AppSchema;

/** What the stranger's app stores. */
public class StrangersSchema implements AppSchema {

    @Override
    public String name() {
        return "stranger";
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Village.class);
    }
}
