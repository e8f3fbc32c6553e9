package org.rapidsms.web.backends;

import org.rapidsms.backend.BackendState;

/** Whether a backend sends, in the words, icons and colours of pages. */
public enum Health {
    READY("backendReady", "check", "ok"),
    PAUSES("backendPausing", "alert", "bad"),
    STOPPED("backendStopped", "dash", "warn");

    private final String word;
    private final String icon;
    private final String tone;

    Health(String word, String icon, String tone) {
        this.word = word;
        this.icon = icon;
        this.tone = tone;
    }

    static Health of(BackendState state) {
        if (state.isStopped()) {
            return STOPPED;
        }
        return state.getProblem() == null ? READY : PAUSES;
    }

    /** The key of its word in {@code text.properties}. */
    public String getWord() {
        return word;
    }

    public String getIcon() {
        return icon;
    }

    /** The colour: ok, warn or bad. */
    public String getTone() {
        return tone;
    }
}
