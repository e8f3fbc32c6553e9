package org.rapidsms.web.frame;

import java.util.List;
import org.omnifaces.util.Faces;

/**
 * What follows the name of a page in an address: {@code 7} and {@code edit} in {@code
 * /registration/7/edit/}.
 */
public record Steps(List<String> names) {

    /** In place of a step that is any number. */
    public static final String NUMBER = "#";

    private static final String ANY_NUMBER = "[0-9]{1,18}";

    /** Those of the page that is asked for. */
    static Steps ofRequest() {
        return read(Faces.getRequestPathInfo());
    }

    /**
     * Takes apart what follows the name.
     *
     * @param path null if nothing does
     */
    public static Steps read(String path) {
        var below = path == null ? "" : path.replaceFirst("^/", "");
        // Between two slashes an empty step stays, which leads nowhere; after the last is none.
        return new Steps(below.isEmpty() ? List.of() : List.of(below.split("/")));
    }

    /** Whether these are the steps, one by one. */
    public boolean are(String... wanted) {
        if (names.size() != wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            var name = names.get(i);
            boolean isRight =
                    wanted[i].equals(NUMBER) ? name.matches(ANY_NUMBER) : name.equals(wanted[i]);
            if (!isRight) {
                return false;
            }
        }
        return true;
    }

    /** The step at an index, from 0 on; empty if there are not so many. */
    public String at(int index) {
        return index < names.size() ? names.get(index) : "";
    }

    /** The step at an index as a number; null if it is none. */
    public Long number(int index) {
        return at(index).matches(ANY_NUMBER) ? Long.valueOf(at(index)) : null;
    }
}
