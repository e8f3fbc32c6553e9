package org.rapidsms.router;

import static org.rapidsms.router.RouterLog.LOG;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.rapidsms.app.App;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.Reachable;
import org.rapidsms.contact.ContactFields;
import org.rapidsms.contact.SearchKeys;
import org.rapidsms.location.MapConfig;
import org.rapidsms.settings.ServerProperties;

/**
 * Reads all settings when the application is deployed, so that a wrong one refuses the deployment
 * rather than the first message.
 */
@Singleton
@Startup
@PermitAll
public class Start {

    @Inject Apps apps;

    @Inject Backends backends;

    @Inject ContactFields fields;

    @Inject SearchKeys searchKeys;

    @Inject RouterKinds kinds;

    @Inject RouterConfig config;

    @Inject Instance<MapConfig> maps;

    @Inject Instance<Reachable> reachable;

    @Inject ServerProperties properties;

    @Inject Claims claims;

    @PostConstruct
    void start() {
        try {
            readSettings();
            searchKeys.ofFields(fields.searched());
        } catch (RuntimeException e) {
            var why = rootCause(e).getMessage();
            LOG.refused(why);
            // Without the causes, which would bury the sentence under what the container adds.
            throw new IllegalStateException(why);
        }
        warnOfUnknownSettings();
    }

    private void readSettings() {
        LOG.apps(apps.inOrder().stream().map(App::name).toList());
        backends.all().forEach(this::open);
        LOG.batchSize(config.batchSize());
        maps.get();
        reachable.get();
    }

    private void open(ConfiguredBackend backend) {
        LOG.backend(backend.name(), backend.engine(), kinds.of(backend.name()).name());
        try {
            claims.open(backend.name());
        } catch (EJBException e) {
            // Another node was faster, or else the first claim will say what is wrong.
            LOG.notOpened(backend.name(), e.getMessage());
        }
    }

    private void warnOfUnknownSettings() {
        for (var name : properties.unknown()) {
            var hint = properties.nearest(name).map(near -> "; did you mean " + near + "?");
            LOG.unknownSetting(name, hint.orElse(""));
        }
    }

    private static Throwable rootCause(Throwable thrown) {
        return thrown.getCause() == null ? thrown : rootCause(thrown.getCause());
    }
}
