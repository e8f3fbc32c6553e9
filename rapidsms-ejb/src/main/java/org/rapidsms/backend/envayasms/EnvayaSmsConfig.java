package org.rapidsms.backend.envayasms;

import java.time.Duration;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one EnvayaSMS backend.
 *
 * @param password {@code password}: the one that is set in the app, by which it signs its calls
 * @param lease {@code lease}: if the phone says nothing of a text for so long after it fetched it,
 *     it is given the text again
 * @param maxAge {@code retry.max-age}: how old a text may be and still be given to the phone
 */
record EnvayaSmsConfig(Secret password, Duration lease, Duration maxAge) {

    static EnvayaSmsConfig from(Settings settings) {
        settings.text("password");
        var lease = settings.time("lease", Duration.ofMinutes(30));
        if (lease.isZero() || lease.isNegative()) {
            throw settings.wrong("lease", "must be longer than nothing");
        }
        return new EnvayaSmsConfig(
                settings.secret("password").orElseThrow(),
                lease,
                settings.time("retry.max-age", Duration.ofHours(24)));
    }
}
