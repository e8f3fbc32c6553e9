package org.rapidsms.backend.smssync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.PhoneTexts;
import org.rapidsms.settings.Settings;

/** Reaches phones through an Android phone with the app SMSSync. */
@ApplicationScoped
public class SmsSyncEngine implements BackendEngine {

    private final PhoneTexts texts;

    /** For CDI only. */
    protected SmsSyncEngine() {
        this(null);
    }

    @Inject
    SmsSyncEngine(PhoneTexts texts) {
        this.texts = texts;
    }

    @Override
    public String name() {
        return "smssync";
    }

    @Override
    public Backend configure(String name, Settings settings) {
        return new SmsSyncBackend(name, SmsSyncConfig.from(settings), texts);
    }
}
