package org.rapidsms.backend.http;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import org.rapidsms.settings.Settings;

/** Regular expressions of the settings: RE2's, so that no answer of a gateway can hold us up. */
final class Regex {

    private Regex() {}

    /** What is set; empty if nothing is. */
    static Optional<Pattern> from(Settings settings, String setting) {
        return settings.optional(setting).map(regex -> compile(settings, setting, regex));
    }

    private static Pattern compile(Settings settings, String setting, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw settings.wrong(setting, "must be a regular expression of RE2, not " + regex);
        }
    }
}
