package org.rapidsms.settings;

import java.util.regex.Pattern;

/** The value of a setting as it may be shown: what could be a secret is hidden. */
final class Masked {

    static final String HIDDEN = "***";

    private static final Pattern SECRET =
            Pattern.compile("(?i).*(pass|secret|token|key|auth|credential|pin|user).*");

    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@]*@");

    /** Whatever stands behind an equals sign in an address, but for a place that is filled in. */
    private static final Pattern PARAMETER =
            Pattern.compile("(?<=[?&][^=&]{0,100}=)(?!\\{\\w+}|%\\(\\w+\\)s)[^&]+");

    private Masked() {}

    static String of(String name, String value) {
        if (SECRET.matcher(name).matches()) {
            return HIDDEN;
        }
        var withoutUser = USER_INFO.matcher(value).replaceAll(HIDDEN + "@");
        return PARAMETER.matcher(withoutUser).replaceAll(HIDDEN);
    }
}
