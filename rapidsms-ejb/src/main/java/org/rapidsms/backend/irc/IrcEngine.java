package org.rapidsms.backend.irc;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.Gateway;
import org.rapidsms.settings.Settings;

/** Reaches people in a chat. */
@ApplicationScoped
public class IrcEngine implements BackendEngine {

    private final Gateway gateway;

    @Resource ManagedThreadFactory threads;

    /** For CDI only. */
    protected IrcEngine() {
        this(null);
    }

    @Inject
    IrcEngine(Gateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public String name() {
        return "irc";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new IrcBackend(name, IrcConfig.from(settings), gateway, threads);
    }
}
