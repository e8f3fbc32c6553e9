package org.rapidsms.backend;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text to phones of one backend.
 *
 * @param messageId our name of the message: the same when it is tried again
 * @param text may be empty
 * @param identities whom it goes to, at least one, each once
 * @param context what else is known: {@code in_response_to}, our name of the message that is
 *     answered, and {@code external_id}, the gateway's; each only if there is one
 */
public record OutgoingSms(
        String messageId, String text, List<String> identities, Map<String, String> context) {

    /** No number without the code of its country is shorter and yet one phone's alone. */
    private static final int LOCAL = 6;

    public OutgoingSms {
        identities = List.copyOf(identities);
        context = Map.copyOf(context);
    }

    /**
     * Whom a gateway means that writes numbers its own way: the identity itself, or else the only
     * one that is the same number without a plus sign, or without the code of its country.
     */
    public Optional<String> identity(String number) {
        if (identities.contains(number)) {
            return Optional.of(number);
        }
        var same = identities.stream().filter(identity -> isSame(identity, number)).toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
    }

    private static boolean isSame(String identity, String number) {
        var ours = digits(identity);
        var theirs = digits(number);
        return ours.equals(theirs) && !ours.isEmpty()
                || ours.length() >= LOCAL && theirs.endsWith(ours);
    }

    private static String digits(String number) {
        return number.matches("[+\\d ()./-]+")
                ? number.replaceAll("\\D", "").replaceFirst("^0+", "")
                : "";
    }
}
