package org.rapidsms.backend.smpp;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What has come of a text in parts.
 *
 * @param parts of different numbers, in their order; at least one
 */
record PartedText(List<SmppPart> parts) {

    /** Of two parts with the same number the first counts. */
    static PartedText of(List<SmppPart> parts) {
        var byNumber = new TreeMap<Integer, SmppPart>();
        parts.forEach(part -> byNumber.putIfAbsent(part.number(), part));
        return new PartedText(List.copyOf(byNumber.values()));
    }

    /** The same whenever it is handed on, and no other text's. */
    String id() {
        return "parts-" + parts.get(0).assembly();
    }

    String source() {
        return parts.get(0).source();
    }

    String destination() {
        return parts.get(0).destination();
    }

    int there() {
        return parts.size();
    }

    int total() {
        return parts.get(0).total();
    }

    boolean isComplete() {
        return there() == total();
    }

    String text() {
        return parts.stream().map(SmppPart::text).collect(Collectors.joining());
    }

    /** Whether all that has come of this one came with another. */
    boolean isPartOf(PartedText other) {
        return parts.stream().allMatch(part -> other.parts.stream().anyMatch(part::isSameAs));
    }
}
