package org.rapidsms.backend.bucket;

import jakarta.enterprise.context.ApplicationScoped;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.settings.Settings;

/** Plays a gateway, well or badly, for tests of projects. */
@ApplicationScoped
public class BucketEngine implements BackendEngine {

    @Override
    public String name() {
        return "bucket";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new BucketBackend(BucketConfig.from(settings));
    }
}
