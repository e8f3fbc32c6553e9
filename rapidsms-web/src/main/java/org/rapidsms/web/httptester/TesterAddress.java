package org.rapidsms.web.httptester;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An address below {@code /httptester/}: the phones that are side by side there, such as {@code
 * /httptester/256772000001/256772000002/}.
 *
 * @param phones their numbers, each once
 */
record TesterAddress(List<String> phones) {

    /** So many phones have room beside each other. */
    static final int MOST = 4;

    TesterAddress {
        phones = phones.stream().distinct().toList();
    }

    /**
     * Reads what stands behind {@code /httptester}; nothing means no phone.
     *
     * @return empty if something there is no number of a phone
     */
    static Optional<TesterAddress> read(String path) {
        var numbers =
                Arrays.stream(Objects.requireNonNullElse(path, "").split("/"))
                        .filter(number -> !number.isEmpty())
                        .toList();
        return numbers.stream().allMatch(PhoneNumber::isValid)
                ? Optional.of(new TesterAddress(numbers))
                : Optional.empty();
    }

    /** Whether there are more phones than have room. */
    boolean isTooLong() {
        return phones.size() > MOST;
    }

    /** The phones that have room. */
    List<String> shown() {
        return phones.subList(0, Math.min(MOST, phones.size()));
    }

    /**
     * Writes it down.
     *
     * @param current the phone that is seen where only one has room; null for the first
     */
    String path(String current) {
        if (phones.isEmpty()) {
            return "/httptester/";
        }
        var path = "/httptester/" + String.join("/", phones) + "/";
        return phones.size() < 2 || current == null ? path : path + "?at=" + current;
    }
}
