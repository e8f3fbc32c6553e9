package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.MessageId;

/** An SMS centre of this machine, which takes all texts and names them by numbers. */
final class SmsCentre {

    static final String PASSWORD = "for-this";
    static final SmsCentre HERE = new SmsCentre();

    private static final int MILLISECONDS = 30_000;

    /**
     * A text that it was handed.
     *
     * @param id its own id of it, hexadecimal as many have it
     */
    record Text(String phone, String id, byte[] message) {

        String words() {
            return new String(message, ISO_8859_1);
        }
    }

    private final ServerSocket server;
    private final AtomicInteger ids = new AtomicInteger(0x714886D8);
    private final List<Text> texts = new CopyOnWriteArrayList<>();

    /** The one that is bound; empty before. */
    private final BlockingQueue<SMPPServerSession> sessions = new LinkedBlockingQueue<>();

    private SmsCentre() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::accept, "sms-centre");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** The texts that a phone was sent. */
    List<Text> textsTo(String phone) {
        return texts.stream().filter(text -> text.phone().equals(phone)).toList();
    }

    private void accept() {
        try {
            while (true) {
                var session =
                        new SMPPServerSession(
                                new SocketConnection(server.accept()),
                                null,
                                listener(),
                                null,
                                20,
                                100);
                var bind = session.waitForBind(MILLISECONDS);
                if (PASSWORD.equals(bind.getPassword())) {
                    bind.accept("here");
                    sessions.clear();
                    sessions.add(session);
                } else {
                    bind.reject(SMPPConstant.STAT_ESME_RINVPASWD);
                }
            }
        } catch (IOException | PDUStringException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It understands one command, and the rest are not called. */
    private ServerMessageReceiverListener listener() {
        return (ServerMessageReceiverListener)
                Proxy.newProxyInstance(
                        SmsCentre.class.getClassLoader(),
                        new Class<?>[] {ServerMessageReceiverListener.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("onAcceptSubmitSm")
                                        ? take((SubmitSm) arguments[0])
                                        : null);
    }

    private SubmitSmResult take(SubmitSm submit) throws ProcessRequestException {
        var id = Integer.toHexString(ids.incrementAndGet());
        texts.add(new Text(submit.getDestAddress(), id, submit.getShortMessage()));
        try {
            return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
        } catch (PDUStringException e) {
            throw new ProcessRequestException(e.getMessage(), SMPPConstant.STAT_ESME_RSYSERR);
        }
    }

    /** Delivers what a phone wrote; returns when it was taken. */
    void deliver(String phone, String text) {
        deliver(phone, 0, text.getBytes(ISO_8859_1));
    }

    /** Delivers a part of what a phone wrote. */
    void deliverPart(String phone, int total, int number, String text) {
        var octets = ("\5\0\3\52" + (char) total + (char) number + text).getBytes(ISO_8859_1);
        deliver(phone, 0x40, octets);
    }

    /** Says that a text has arrived; its id is decimal now. */
    void report(Text text) {
        var words =
                "id:%d sub:001 dlvrd:001 submit date:2611210035 done date:2611210035 stat:DELIVRD"
                        + " err:000 text:";
        deliver(
                text.phone(),
                0x04,
                words.formatted(Long.parseLong(text.id(), 16)).getBytes(ISO_8859_1));
    }

    private void deliver(String phone, int esmClass, byte[] message) {
        try {
            var session = sessions.take();
            sessions.add(session);
            session.setTransactionTimer(MILLISECONDS);
            session.deliverShortMessage(
                    "",
                    TypeOfNumber.INTERNATIONAL,
                    NumberingPlanIndicator.ISDN,
                    phone,
                    TypeOfNumber.NETWORK_SPECIFIC,
                    NumberingPlanIndicator.UNKNOWN,
                    "789",
                    new ESMClass(esmClass),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new RawDataCoding((byte) 0),
                    message);
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | NegativeResponseException
                | IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
