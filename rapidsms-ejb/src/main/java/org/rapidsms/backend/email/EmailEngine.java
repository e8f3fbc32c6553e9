package org.rapidsms.backend.email;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ThreadFactory;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches people by e-mail: one mailbox with its SMTP and IMAP servers. */
@ApplicationScoped
public class EmailEngine implements BackendEngine {

    private final Gateway gateway;

    @Resource ManagedThreadFactory threads;

    /** For CDI only. */
    protected EmailEngine() {
        this(null);
    }

    @Inject
    EmailEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return configure(name, settings, threads);
    }

    Backend configure(String name, Settings settings, ThreadFactory threadsToWaitIn) {
        return new EmailBackend(name, EmailConfig.from(settings), gateway, threadsToWaitIn);
    }
}
