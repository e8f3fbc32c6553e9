package org.rapidsms.backend.smpp;

import static org.rapidsms.backend.smpp.SmppLog.LOG;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Receiver;

/** Reads what an SMS centre delivers, puts the parts of texts together, and hands it on. */
final class Delivery {

    private static final int TAKEN = 0;
    private static final int NEVER = 0x66;

    private final String name;
    private final SmppConfig config;
    private final MessageIds ids;
    private final SmppParts parts;

    Delivery(String name, SmppConfig config, MessageIds ids, SmppParts parts) {
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
        if (data.part().isEmpty()) {
            receiver.receive(new IncomingSms(pdu.source(), text, fields(pdu.destination())));
            return TAKEN;
        }
        var part =
                new SmppPart(
                        name,
                        pdu.source(),
                        pdu.destination(),
                        data.part().get(),
                        text,
                        config.partsWait());
        var whole = kept(part);
        if (whole.isComplete()) {
            handOn(whole, receiver);
        }
        return TAKEN;
    }

    private synchronized PartedText kept(SmppPart part) {
        parts.keep(part);
        return parts.textOf(part);
    }

    /** Hands on the texts whose missing parts nobody waits for any longer. */
    void handOnIncomplete(Receiver receiver) {
        try {
            for (var late : parts.overdue(name)) {
                LOG.incomplete(name, late.there(), late.total());
                handOn(late, receiver);
            }
            parts.forget(name, config.partsWait());
        } catch (RuntimeException e) {
            // They wait for the next round.
            LOG.notStored(e, name);
        }
    }

    /** By the id it is known if it was handed on and that could not be written down. */
    private void handOn(PartedText whole, Receiver receiver) {
        var fields = new HashMap<>(fields(whole.destination()));
        fields.put("external_id", whole.id());
        if (!whole.isComplete()) {
            fields.put("parts", whole.there() + " of " + whole.total());
        }
        receiver.receive(new IncomingSms(whole.source(), whole.text(), fields));
        parts.taken(whole);
    }

    private static Map<String, String> fields(String destination) {
        return destination.isBlank() ? Map.of() : Map.of("to", destination);
    }
}
