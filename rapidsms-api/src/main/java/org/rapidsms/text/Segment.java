package org.rapidsms.text;

import java.util.Arrays;
import org.rapidsms.text.SmsText.Encoding;

/** One short message of a text. */
public final class Segment {

    private final String text;
    private final Encoding encoding;
    private final Udh udh;
    private final byte[] bytes;

    Segment(String text, Encoding encoding, Udh udh, byte[] bytes) {
        this.text = text;
        this.encoding = encoding;
        this.udh = udh;
        this.bytes = bytes;
    }

    /** What part of the text it brings. */
    public String text() {
        return text;
    }

    /** The header; {@link Udh#NONE} if it needs none. */
    public Udh udh() {
        return udh;
    }

    /** The text without the header: a septet in each octet, or UTF-16 with the high octet first. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Header and text, a septet in each octet: as SMPP wants it. */
    public byte[] unpacked() {
        var header = udh.write();
        var all = Arrays.copyOf(header, header.length + bytes.length);
        System.arraycopy(bytes, 0, all, header.length, bytes.length);
        return all;
    }

    /** Header and text, septets packed: as a modem wants it, and as it goes on the air. */
    public byte[] packed() {
        return encoding == Encoding.GSM_7 ? Gsm7.pack(udh.write(), bytes) : unpacked();
    }

    /** How long a modem says that {@link #packed} is: in septets, or in octets of UCS-2. */
    public int packedLength() {
        return encoding == Encoding.GSM_7
                ? Gsm7.headerSeptets(udh.octets()) + bytes.length
                : udh.octets() + bytes.length;
    }
}
