package org.rapidsms.backend.smssync;

import java.time.Duration;
import org.rapidsms.settings.Secret;
import org.rapidsms.settings.Settings;

/**
 * The settings of one SMSSync backend.
 *
 * @param secret {@code secret}: the one that is set in the app, which both sides tell
 * @param lease {@code lease}: if the phone does not confirm a text for so long after it fetched it,
 *     it is given the text again. Zero, for an app that confirms nothing: each text is given once
 * @param maxAge {@code retry.max-age}: how old a text may be and still be given to the phone
 */
record SmsSyncConfig(Secret secret, Duration lease, Duration maxAge) {

    static SmsSyncConfig from(Settings settings) {
        settings.text("secret");
        return new SmsSyncConfig(
                settings.secret("secret").orElseThrow(),
                settings.time("lease", Duration.ZERO),
                settings.time("retry.max-age", Duration.ofHours(24)));
    }
}
