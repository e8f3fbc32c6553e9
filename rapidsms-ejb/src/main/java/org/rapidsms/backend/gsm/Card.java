package org.rapidsms.backend.gsm;

import static org.rapidsms.backend.gsm.GsmLog.LOG;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.DeliveryReport.State;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.gsm.IncomingPdu.Report;
import org.rapidsms.backend.gsm.IncomingPdu.Text;

/**
 * What came to the card: first it is stored, then deleted there. Parts of a text stay on the card
 * until all are there, so that nothing is in our memory alone.
 */
final class Card {

    /** How long one waits for the rest of a text. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final String backend;
    private final Modem modem;
    private final Mode mode;
    private final Receiver receiver;
    private final Clock clock;
    private final Set<Integer> unreadable = new HashSet<>();

    /** What the modem handed over at once, and lies nowhere else. */
    private final List<Part> direct = new ArrayList<>();

    Card(String backend, Modem modem, Mode mode, Receiver receiver, Clock clock) {
        this.backend = backend;
        this.modem = modem;
        this.mode = mode;
        this.receiver = receiver;
        this.clock = clock;
    }

    /** Takes what the modem told of. */
    void take(Notice notice) {
        if (notice.isStored()) {
            takeAll();
        } else {
            mode.read(notice).ifPresent(pdu -> take(new Part(Part.NOWHERE, pdu)));
        }
    }

    private void take(Part part) {
        if (part.pdu() instanceof Report report) {
            store(report(report));
        } else {
            direct.add(part);
            takeAll();
        }
    }

    /** Takes all that lies on the card. */
    void takeAll() {
        var texts = new LinkedHashMap<String, LongText>();
        var parts = new ArrayList<>(direct);
        parts.addAll(parts());
        for (var part : parts) {
            if (part.pdu() instanceof Text text) {
                texts.computeIfAbsent(LongText.key(text), key -> new LongText())
                        .add(part.place(), text);
            } else if (part.pdu() instanceof Report report) {
                store(report(report));
                delete(part.place());
            }
        }
        texts.values().forEach(this::take);
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        mode.card()
                .forEach(
                        (place, pdu) -> {
                            pdu.ifPresent(known -> parts.add(new Part(place, known)));
                            if (pdu.isEmpty() && unreadable.add(place)) {
                                LOG.unreadable(backend, place);
                            }
                        });
        return parts;
    }

    private void take(LongText text) {
        boolean isOld = text.sent().isBefore(clock.instant().minus(LONGEST));
        if (!text.isComplete() && !isOld) {
            return;
        }
        if (!text.isComplete()) {
            LOG.incomplete(backend, text.size(), text.total());
        }
        store(text.sms());
        text.places().forEach(this::delete);
        direct.removeIf(part -> text.has(part.pdu()));
    }

    private void store(BackendEvent event) {
        try {
            receiver.receive(event);
        } catch (BadWebhookException e) {
            LOG.refused(backend, e.getMessage());
        }
    }

    private void delete(int place) {
        if (place != Part.NOWHERE) {
            modem.ask("AT+CMGD=" + place);
        }
    }

    private static DeliveryReport report(Report report) {
        return DeliveryReport.of(
                Reference.possible(report.reference(), report.recipient(), report.sent()),
                state(report.status()),
                "TP-Status %d".formatted(report.status()));
    }

    /** 3GPP TS 23.040 §9.2.3.15. */
    private static State state(int status) {
        if (status == 0x00 || status == 0x02) {
            return State.DELIVERED;
        }
        // 1: the phone's network took it and tells no more. 0x20 to 0x3F: still being tried.
        return status < 0x40 ? State.SENT : State.FAILED;
    }

    /**
     * What came, and where it lies.
     *
     * @param place its number on the card
     */
    private record Part(int place, IncomingPdu pdu) {

        static final int NOWHERE = -1;
    }
}
