package org.rapidsms.backend.smpp;

import static org.rapidsms.text.SmsText.Encoding.UCS_2;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.smpp.SmppConfig.Alphabet;
import org.rapidsms.backend.smpp.SmppConfig.LongMessages;
import org.rapidsms.text.Segment;
import org.rapidsms.text.SmsText;
import org.rapidsms.text.Udh;

/**
 * What one {@code submit_sm} says of a text.
 *
 * @param esmClass whether a header leads the text
 * @param dataCoding in which alphabet it is
 * @param shortMessage the text, or a part of it
 * @param parameters what else
 */
record Submission(
        int esmClass, int dataCoding, byte[] shortMessage, OptionalParameter... parameters) {

    private static final int WITH_HEADER = 0x40;
    private static final int DEFAULT = 0;
    private static final int UCS2 = 8;

    /**
     * The submissions of a text, in their order. They are the same when it is tried again: a phone
     * that got some of its parts then knows them.
     *
     * @throws SendException if it is too long for any phone
     */
    static List<Submission> of(OutgoingSms sms, SmppConfig config) {
        boolean isLatin1 = config.defaultAlphabet() == Alphabet.LATIN1;
        var text = isLatin1 ? latin1(sms.text()) : SmsText.of(sms.text());
        int coding = text.encoding() == UCS_2 ? UCS2 : DEFAULT;
        var segments = segments(text, sms.messageId());
        if (segments.size() > 1 && config.longMessages() == LongMessages.PAYLOAD) {
            var payload = octets(text.whole(), coding, isLatin1);
            return List.of(
                    new Submission(
                            0,
                            coding,
                            new byte[0],
                            new OptionalParameter.OctetString(
                                    Tag.MESSAGE_PAYLOAD.code(), payload)));
        }
        return segments.stream()
                .map(
                        segment ->
                                of(
                                        segment,
                                        coding,
                                        octets(segment, coding, isLatin1),
                                        config.longMessages()))
                .toList();
    }

    /** Only what both alphabets have is safe: the SMS centre makes the one of the other. */
    private static SmsText latin1(String text) {
        return StandardCharsets.ISO_8859_1.newEncoder().canEncode(text)
                ? SmsText.of(text)
                : SmsText.ofUcs2(text);
    }

    private static List<Segment> segments(SmsText text, String messageId) {
        try {
            return text.segments(Udh.Reference.ofOctet(reference(messageId)));
        } catch (IllegalArgumentException e) {
            throw new SendException(SendFailure.REJECTED, "the text is too long for any phone");
        }
    }

    private static int reference(String messageId) {
        int hash = messageId.hashCode();
        return hash ^ hash >>> 8 ^ hash >>> 16 ^ hash >>> 24;
    }

    private static byte[] octets(Segment segment, int coding, boolean isLatin1) {
        return isLatin1 && coding == DEFAULT
                ? segment.text().getBytes(StandardCharsets.ISO_8859_1)
                : segment.bytes();
    }

    private static Submission of(
            Segment segment, int coding, byte[] octets, LongMessages longMessages) {
        var udh = segment.udh();
        if (udh.concatenation().isEmpty()) {
            return new Submission(0, coding, octets);
        }
        if (longMessages == LongMessages.SAR) {
            return new Submission(0, coding, octets, sar(udh.concatenation().get()));
        }
        var header = udh.write();
        var all = Arrays.copyOf(header, header.length + octets.length);
        System.arraycopy(octets, 0, all, header.length, octets.length);
        return new Submission(WITH_HEADER, coding, all);
    }

    private static OptionalParameter[] sar(Udh.Concatenation part) {
        return new OptionalParameter[] {
            new OptionalParameter.Sar_msg_ref_num((short) part.reference().number()),
            new OptionalParameter.Sar_total_segments((byte) part.total()),
            new OptionalParameter.Sar_segment_seqnum((byte) part.number())
        };
    }
}
