package org.rapidsms.backend.gsm;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.gsm.IncomingPdu.Text;

/** The parts of one text, as far as they have come. */
final class LongText {

    /** What stands for a part that did not come. */
    private static final String MISSING = "[…]";

    private final SortedMap<Integer, Text> parts = new TreeMap<>();
    private final List<Integer> places = new ArrayList<>();
    private int total = 1;

    /** What all parts of a text have in common; a text that is whole has it alone. */
    static String key(Text text) {
        return text.udh()
                .concatenation()
                .map(c -> text.sender() + " " + c.reference() + " " + c.total())
                .orElse(text.written());
    }

    /**
     * @param place where it lies on the card, for as long as it is not deleted there
     */
    void add(int place, Text part) {
        var concatenation = part.udh().concatenation();
        total = concatenation.map(c -> c.total()).orElse(1);
        parts.putIfAbsent(concatenation.map(c -> c.number()).orElse(1), part);
        places.add(place);
    }

    boolean isComplete() {
        return parts.size() == total;
    }

    boolean has(IncomingPdu part) {
        return parts.containsValue(part);
    }

    int size() {
        return parts.size();
    }

    int total() {
        return total;
    }

    List<Integer> places() {
        return places;
    }

    /** When its first part was. */
    Instant sent() {
        return parts.get(parts.firstKey()).sent();
    }

    IncomingSms sms() {
        var text =
                IntStream.rangeClosed(1, total)
                        .mapToObj(i -> parts.containsKey(i) ? parts.get(i).text() : MISSING)
                        .collect(Collectors.joining());
        var sender = parts.get(parts.firstKey()).sender();
        return new IncomingSms(sender, text, Map.of("external_id", id()));
    }

    /**
     * The network gives texts no names; but not even a patient phone sends the same twice a second.
     */
    private String id() {
        var all = parts.values().stream().map(Text::written).collect(Collectors.joining(" "));
        return HexFormat.of().formatHex(sha256(all));
    }

    private static byte[] sha256(String text) {
        try {
            return java.security.MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
