package org.rapidsms.backend;

import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What has come of a text in parts.
 *
 * @param parts of different numbers, in their order; at least one
 */
public record PartedText(List<TextPart> parts) {

    /** Of two parts with the same number the first counts. */
    static PartedText of(List<TextPart> parts) {
        var byNumber = new TreeMap<Integer, TextPart>();
        parts.forEach(part -> byNumber.putIfAbsent(part.number(), part));
        return new PartedText(List.copyOf(byNumber.values()));
    }

    int there() {
        return parts.size();
    }

    int total() {
        return parts.get(0).total();
    }

    /** Whether no part is missing. */
    public boolean isComplete() {
        return there() == total();
    }

    /**
     * The parts that are there as one text, with the field {@code parts} if some are missing. Its
     * id is the same whenever it is handed on, and no other text's.
     */
    public IncomingSms sms() {
        var first = parts.get(0);
        var fields = new HashMap<String, String>();
        fields.put(TextPart.EXTERNAL_ID, "parts-" + first.assembly());
        if (!first.destination().isBlank()) {
            fields.put(TextPart.TO, first.destination());
        }
        if (!isComplete()) {
            fields.put("parts", there() + " of " + total());
        }
        var text = parts.stream().map(TextPart::text).collect(Collectors.joining());
        return new IncomingSms(first.source(), text, fields);
    }

    /** Whether all that has come of this one came with another. */
    boolean isPartOf(PartedText other) {
        return parts.stream().allMatch(part -> other.parts.stream().anyMatch(part::isSameAs));
    }
}
