package org.rapidsms.router.jms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was said about letters when they failed. In memory only: of a letter over which the server
 * died nobody knows more than that.
 */
@ApplicationScoped
public class Failures {

    private static final int MOST = 1000;

    private final Map<String, String> byLetter =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                    return size() > MOST;
                }
            };

    synchronized void remember(String letter, String words) {
        byLetter.put(letter, words);
    }

    /** Empty if nobody knows. */
    synchronized String forget(String letter) {
        var words = byLetter.remove(letter);
        return words == null ? "" : words;
    }
}
