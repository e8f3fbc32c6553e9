package org.rapidsms.backend.gsm;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/** One modem. */
class GsmBackend implements ConnectedBackend {

    private final String name;
    private final GsmConfig config;
    private final Gateway gateway;
    private final Patience patience;
    private final Startup startup;
    private volatile Outgoing outgoing;
    private volatile String state = "";

    GsmBackend(String name, GsmConfig config, Gateway gateway, Patience patience) {
        this.name = name;
        this.config = config;
        this.gateway = gateway;
        this.patience = patience;
        this.startup = new Startup(config);
    }

    /** What one phone's text may take is as much as may be sent again after a crash. */
    @Override
    public int phonesAtOnce() {
        return 1;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        var now = outgoing;
        if (now == null) {
            throw new SendException(SendFailure.UNREACHABLE, "the modem is not connected");
        }
        return sms.identities().stream().map(identity -> now.send(sms, identity)).toList();
    }

    @Override
    public void connect(Receiver receiver) throws InterruptedException {
        try (var modem = new Modem(wire(), patience)) {
            Mode mode = config.isText() ? new TextMode(modem) : new PduMode(modem);
            startup.run(modem, mode);
            var card = new Card(name, modem, mode, receiver, Clock.systemUTC());
            card.takeAll();
            Startup.requireNetwork(modem);
            look(modem, mode);
            outgoing = new Outgoing(modem, mode, config.timeout(), patience);
            receiver.ready();
            listen(modem, mode, card);
        } catch (ModemError e) {
            throw e.failure();
        } catch (SendException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw e;
        } finally {
            outgoing = null;
            state = "";
        }
    }

    private Wire wire() {
        return config.server().isPresent()
                ? new TcpWire(config.server().get(), gateway, patience.answer())
                : new SerialWire(config.port().orElseThrow(), config.baud());
    }

    private void listen(Modem modem, Mode mode, Card card) throws InterruptedException {
        long looked = System.nanoTime();
        while (true) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            outgoing.requireHealth();
            modem.listen().ifPresent(card::take);
            if (System.nanoTime() - looked > config.poll().toNanos()) {
                card.takeAll();
                look(modem, mode);
                looked = System.nanoTime();
            }
        }
    }

    private void look(Modem modem, Mode mode) {
        var signal = modem.value("AT+CSQ", "+CSQ:").map(value -> value.split(",")[0].strip());
        var network =
                modem.value("AT+COPS?", "+COPS:")
                        .map(value -> value.split(","))
                        .filter(parts -> parts.length > 2)
                        .map(parts -> mode.words(parts[2].replace("\"", "")));
        state =
                String.join(
                        ", ",
                        List.of(
                                network.orElse("network unknown"),
                                signal.flatMap(GsmBackend::words).orElse("signal unknown")));
    }

    private static Optional<String> words(String signal) {
        return signal.equals("99") ? Optional.empty() : Optional.of("signal " + signal + " of 31");
    }

    @Override
    public String state() {
        return state;
    }
}
