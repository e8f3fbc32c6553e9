package org.rapidsms.backend.gsm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rapidsms.text.SmsText;
import org.rapidsms.text.Udh;

/** Short messages as they go on the air, in hexadecimal. */
final class PduMode implements Mode {

    /** {@code +CMGL: place,state,,length}; states 0 and 1 are what came. */
    private static final Pattern ENTRY = Pattern.compile("\\+CMGL: *(\\d+) *, *[01] *,.*");

    private final Modem modem;

    PduMode(Modem modem) {
        this.modem = modem;
    }

    @Override
    public void begin() {
        modem.ask("AT+CMGF=0");
    }

    /** Only of its last part the network reports; else one text would arrive several times. */
    @Override
    public List<Submission> write(String number, String text, Udh.Reference reference) {
        var sms = SmsText.of(text);
        var segments = sms.segments(reference);
        var last = segments.get(segments.size() - 1);
        return segments.stream()
                .map(segment -> SubmitPdu.of(number, segment, sms.encoding(), segment == last))
                .map(pdu -> new Submission(Optional.empty(), "AT+CMGS=" + pdu.length(), pdu.hex()))
                .toList();
    }

    @Override
    public Map<Integer, Optional<IncomingPdu>> card() {
        var card = new LinkedHashMap<Integer, Optional<IncomingPdu>>();
        var lines = modem.ask("AT+CMGL=4");
        for (int i = 0; i + 1 < lines.size(); i++) {
            var entry = ENTRY.matcher(lines.get(i));
            if (entry.matches()) {
                card.put(Integer.valueOf(entry.group(1)), IncomingPdu.read(lines.get(i + 1)));
            }
        }
        return card;
    }

    @Override
    public Optional<IncomingPdu> read(Notice notice) {
        return IncomingPdu.read(notice.body());
    }

    @Override
    public String words(String answer) {
        return answer;
    }
}
