package org.rapidsms.web.messagelog;

import java.util.List;
import org.rapidsms.message.Journeys;
import org.rapidsms.web.frame.Rows;

/**
 * The transmissions of one message.
 *
 * @param journeys where they are read
 * @param messageId the name of the message
 */
public record TransmissionRows(Journeys journeys, String messageId)
        implements Rows<TransmissionLine> {

    @Override
    public List<TransmissionLine> before(long key, int most) {
        return journeys.before(messageId, key, most).stream().map(TransmissionLine::new).toList();
    }

    @Override
    public List<TransmissionLine> after(long key, int most) {
        return journeys.after(messageId, key, most).stream().map(TransmissionLine::new).toList();
    }

    @Override
    public long key(TransmissionLine line) {
        return line.getId();
    }
}
