package org.rapidsms.text;

import org.rapidsms.text.SmsText.Encoding;

/**
 * How many short messages a text becomes on its way to one phone, which is what networks charge.
 *
 * @param encoding the alphabet
 * @param units how many septets, or units of UCS-2, the text takes
 * @param count how many segments; none for an empty text
 * @param room how many units there would be room for in so many segments
 */
public record Segments(Encoding encoding, int units, int count, int room) {

    /** Counts the segments of a text as {@link SmsText#of(String)} makes them. */
    public static Segments of(String text) {
        var sms = SmsText.of(text);
        return new Segments(
                sms.encoding(), sms.units(), text.isEmpty() ? 0 : sms.count(), sms.room());
    }
}
