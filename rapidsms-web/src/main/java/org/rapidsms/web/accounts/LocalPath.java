package org.rapidsms.web.accounts;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The page that somebody wanted to see before logging in. It never leads to another site. */
final class LocalPath {

    private static final String HOME = "/";

    private LocalPath() {}

    /** The path itself if it is one of ours, otherwise the first page. */
    static String of(String wanted) {
        return isLocal(wanted) ? wanted : HOME;
    }

    /** The address of the login that leads on to this path. */
    static String login(String next) {
        return "/accounts/login/?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    /** Browsers read {@code //x} and {@code /\x} as another site, and drop control characters. */
    private static boolean isLocal(String path) {
        return path != null
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
    }
}
