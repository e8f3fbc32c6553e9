package org.rapidsms.backend.smpp;

import static org.rapidsms.backend.SendFailure.REJECTED;
import static org.rapidsms.backend.SendFailure.UNKNOWN;
import static org.rapidsms.backend.SendFailure.UNREACHABLE;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.SendException;

/**
 * One connection to an SMS centre, from when it has let us in until it ends. No more texts are
 * under way than its window has room for.
 */
final class SmppSession {

    private static final int MOST_WAITING = 1_000;

    /** Whoever stops the server does not wait for long. */
    private static final Duration FAREWELL = Duration.ofSeconds(4);

    private final SmppConfig config;
    private final SMPPSession session;
    private final Semaphore window;
    private final CountDownLatch ended = new CountDownLatch(1);

    private SmppSession(SmppConfig config, Gateway gateway) {
        this.config = config;
        this.window = new Semaphore(config.window(), true);
        this.session =
                new SMPPSession(
                        new SynchronizedPDUSender(),
                        new BoundedPduReader(),
                        (host, port) ->
                                new SocketConnection(
                                        gateway.connect(
                                                host, port, config.tls(), config.timeout())));
    }

    /**
     * Connects and binds.
     *
     * @param listener is told what the SMS centre delivers, from now on
     * @throws SendException if that did not work; nothing is left open
     */
    static SmppSession bind(SmppConfig config, Gateway gateway, MessageReceiverListener listener) {
        var made = new SmppSession(config, gateway);
        made.bind(listener);
        return made;
    }

    private void bind(MessageReceiverListener listener) {
        session.setEnquireLinkTimer((int) config.enquireLink().toMillis());
        session.setTransactionTimer(config.timeout().toMillis());
        session.setPduProcessorDegree(DeliveryListener.ROOM + config.window() + 1);
        session.setQueueCapacity(MOST_WAITING);
        session.setMessageReceiverListener(listener);
        session.addSessionStateListener(
                (now, before, source) -> {
                    if (!now.isBound() && before.isBound()) {
                        ended.countDown();
                    }
                });
        var bind =
                new BindParameter(
                        BindType.BIND_TRX,
                        config.systemId(),
                        config.password().value(),
                        config.systemType(),
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        "");
        try {
            session.connectAndBind(config.host(), config.port(), bind, config.timeout().toMillis());
        } catch (IOException e) {
            session.close();
            throw refused(e);
        }
    }

    private static SendException refused(IOException why) {
        if (why.getCause() instanceof NegativeResponseException answer) {
            return CommandStatus.ofBind(answer.getCommandStatus());
        }
        if (why.getCause() instanceof GenericNackResponseException answer) {
            return CommandStatus.ofBind(answer.getCommandStatus());
        }
        return new SendException(UNREACHABLE, "it did not answer as an SMS centre does");
    }

    /**
     * Hands over one part of a text.
     *
     * @param last whether it is the last of its text, whose receipt stands for all
     * @param end until when it may wait for room in the window, by {@link System#nanoTime}
     * @return the SMS centre's id of it; may be empty
     * @throws SendException if it was not taken, or nobody knows
     */
    String submit(String phone, Submission part, boolean last, long end) {
        enter(end - System.nanoTime());
        try {
            var answer =
                    session.submitShortMessage(
                            config.serviceType(),
                            TypeOfNumber.valueOf((byte) config.source().ton()),
                            NumberingPlanIndicator.valueOf((byte) config.source().npi()),
                            config.source().address(),
                            TypeOfNumber.valueOf((byte) config.destTon()),
                            NumberingPlanIndicator.valueOf((byte) config.destNpi()),
                            phone,
                            new ESMClass(part.esmClass()),
                            (byte) 0,
                            (byte) 0,
                            null,
                            null,
                            new RegisteredDelivery(last ? config.registeredDelivery() : 0),
                            (byte) 0,
                            new RawDataCoding((byte) part.dataCoding()),
                            (byte) 0,
                            part.shortMessage(),
                            part.parameters());
            return answer.getMessageId() == null ? "" : answer.getMessageId();
        } catch (NegativeResponseException e) {
            throw CommandStatus.ofText(e.getCommandStatus(), config);
        } catch (GenericNackResponseException e) {
            throw CommandStatus.ofText(e.getCommandStatus(), config);
        } catch (ResponseTimeoutException | InvalidResponseException | IOException e) {
            throw new SendException(UNKNOWN, "the text was handed over and not answered");
        } catch (PDUException e) {
            throw new SendException(REJECTED, "SMPP has no room for this phone: " + e.getMessage());
        } finally {
            window.release();
        }
    }

    private void enter(long within) {
        try {
            if (within <= 0 || !window.tryAcquire(within, TimeUnit.NANOSECONDS)) {
                throw new SendException(UNREACHABLE, "there was no room for it in the window");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SendException(UNREACHABLE, "interrupted before the text was handed over");
        }
        if (ended.getCount() == 0) {
            window.release();
            throw new SendException(UNREACHABLE, "the connection has ended");
        }
    }

    /** Waits for the end. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    /** Ends in good order: what is under way is answered first, and what follows is turned away. */
    void unbind() {
        ended.countDown();
        try {
            boolean all =
                    window.tryAcquire(config.window(), FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
            if (all) {
                window.release(config.window());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        session.setTransactionTimer(FAREWELL.toMillis());
        session.unbindAndClose();
    }

    /** Ends at once. */
    void close() {
        ended.countDown();
        session.close();
    }
}
