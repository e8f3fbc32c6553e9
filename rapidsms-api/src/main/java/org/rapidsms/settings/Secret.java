package org.rapidsms.settings;

/**
 * A password or token. It prints as asterisks, so that printing a settings record leaks nothing.
 */
public record Secret(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
