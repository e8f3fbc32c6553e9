package org.rapidsms.backend.smpp;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.rapidsms.backend.smpp.SmppConfig.IdForm;

/**
 * The ids that an SMS centre gives to texts. Many write them otherwise in a receipt than in the
 * answer: with zeros in front, in capitals, hexadecimal here and decimal there.
 *
 * <p>So an id is kept in small letters without zeros in front, and decimal where one of the two is
 * hexadecimal. Where the settings do not tell, an id of an answer is kept as it is, and that of a
 * receipt may be any of three; which of them it always is, is learned from those that were answered
 * lately.
 */
final class MessageIds {

    private static final int REMEMBERED = 1_000;
    private static final int ENOUGH = 3;
    private static final List<IdForm> FORMS =
            List.of(IdForm.SAME, IdForm.HEX_DECIMAL, IdForm.DECIMAL_HEX);

    private final IdForm form;
    private final Consumer<IdForm> learned;
    private final Map<IdForm, Integer> seen = new EnumMap<>(IdForm.class);
    private final Map<String, Boolean> answered =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /**
     * @param learned is told which form they have, when that has been learned
     */
    MessageIds(IdForm form, Consumer<IdForm> learned) {
        this.form = form;
        this.learned = learned;
    }

    /** The id by which a text is known from now on, of the one in the answer. */
    synchronized String answered(String id) {
        var kept =
                switch (form) {
                    case HEX_DECIMAL -> converted(id, 16, 10);
                    case SAME, DECIMAL_HEX, AUTO -> plain(id);
                };
        if (form == IdForm.AUTO) {
            answered.put(kept, true);
        }
        return kept;
    }

    /** The ids by which a text may be known, of the one in its receipt; the likeliest first. */
    synchronized List<String> reported(String id) {
        return switch (form) {
            case SAME, HEX_DECIMAL -> List.of(plain(id));
            case DECIMAL_HEX -> List.of(converted(id, 16, 10));
            case AUTO -> guessed(id);
        };
    }

    private List<String> guessed(String id) {
        var candidates = new LinkedHashMap<String, IdForm>();
        FORMS.forEach(each -> candidates.putIfAbsent(as(each, id), each));
        learn(candidates);
        var likeliestFirst =
                Comparator.comparing((String each) -> -seen.getOrDefault(candidates.get(each), 0));
        var sorted = candidates.keySet().stream().sorted(likeliestFirst).toList();
        boolean isKnown = seen.values().stream().anyMatch(times -> times >= ENOUGH);
        return isKnown ? sorted.subList(0, 1) : sorted;
    }

    /** Of an id that all forms write alike nothing can be learned; nor if it may be two's. */
    private void learn(Map<String, IdForm> candidates) {
        var hits = candidates.keySet().stream().filter(answered::containsKey).toList();
        if (candidates.size() > 1 && hits.size() == 1) {
            var form = candidates.get(hits.get(0));
            if (seen.merge(form, 1, Integer::sum) == ENOUGH) {
                learned.accept(form);
            }
        }
    }

    /** What an answer said, if this is how they differ. */
    private static String as(IdForm form, String reported) {
        return switch (form) {
            case HEX_DECIMAL -> converted(reported, 10, 16);
            case DECIMAL_HEX -> converted(reported, 16, 10);
            case SAME, AUTO -> plain(reported);
        };
    }

    private static String converted(String id, int from, int to) {
        var digits = from == 16 ? "[0-9A-Fa-f]+" : "[0-9]+";
        return id.matches(digits) ? new BigInteger(id, from).toString(to) : plain(id);
    }

    private static String plain(String id) {
        return id.toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
    }
}
