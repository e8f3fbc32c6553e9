package org.rapidsms.settings;

/** A setting is missing or wrong; the message is one sentence that names the property. */
public class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SettingsException(String sentence) {
        super(sentence);
    }
}
