package org.rapidsms.backend.smpp;

import static org.rapidsms.backend.smpp.SmppLog.LOG;

import java.util.List;
import java.util.Map;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.TextPart;
import org.rapidsms.backend.TextParts;

/** Reads what an SMS centre delivers, puts the parts of texts together, and hands it on. */
final class Delivery {

    private static final int TAKEN = 0;
    private static final int NEVER = 0x66;

    private final String name;
    private final SmppConfig config;
    private final MessageIds ids;
    private final TextParts parts;

    Delivery(String name, SmppConfig config, MessageIds ids, TextParts parts) {
        this.name = name;
        this.config = config;
        this.ids = ids;
        this.parts = parts;
    }

    /**
     * Takes what was delivered.
     *
     * @return the status of the answer
     */
    int take(Pdu pdu, Receiver receiver) {
        try {
            var receipt = Receipt.of(pdu);
            if (receipt.isPresent()) {
                var id = receipt.get().id();
                var known = id.isEmpty() ? List.<String>of() : ids.reported(id);
                receiver.receive(receipt.get().report(known, config.unknownFails()));
                return TAKEN;
            }
            return text(pdu, receiver);
        } catch (BadWebhookException e) {
            LOG.unreadable(name, e.getMessage());
            return NEVER;
        } catch (RuntimeException e) {
            // Whatever it was, the SMS centre still has what it delivered.
            LOG.notStored(e, name);
            return CommandStatus.TRY_LATER;
        }
    }

    private int text(Pdu pdu, Receiver receiver) {
        if (pdu.source().isBlank()) {
            throw new BadWebhookException("a text needs a source address");
        }
        var data = UserData.of(pdu);
        var text = data.text(pdu.dataCoding(), config.defaultAlphabet());
        var sms = new IncomingSms(pdu.source(), text, fields(pdu.destination()));
        if (data.part().isEmpty()) {
            receiver.receive(sms);
            return TAKEN;
        }
        var part = data.part().get();
        var whole =
                parts.keep(
                        new TextPart(
                                name,
                                sms,
                                String.valueOf(part.reference()),
                                part.total(),
                                part.number(),
                                config.partsWait()));
        if (whole.isComplete()) {
            receiver.receive(whole.sms());
            parts.taken(whole);
        }
        return TAKEN;
    }

    private static Map<String, String> fields(String destination) {
        return destination.isBlank() ? Map.of() : Map.of("to", destination);
    }
}
