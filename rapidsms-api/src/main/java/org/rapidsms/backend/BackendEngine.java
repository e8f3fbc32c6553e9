package org.rapidsms.backend;

import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

/**
 * Knows one kind of gateway: Kannel, or a plain HTTP form.
 *
 * <p>An engine is a CDI bean. For every backend that the settings name for it, it is asked once,
 * when the server starts, to make a {@link Backend}: two networks reached through Kannel are two
 * backends of one engine.
 */
public interface BackendEngine {

    /** The value of {@code rapidsms.backends.NAME.engine} that means this engine. */
    String name();

    /**
     * Makes a backend.
     *
     * @param name the backend's name
     * @param settings what is set below {@code rapidsms.backends.NAME}; every setting that the
     *     engine knows must be read here, the rest is warned of as unknown
     * @throws SettingsException if a setting is missing or wrong: the server then refuses to deploy
     */
    Backend configure(String name, Settings settings);
}
