package org.rapidsms.backend.smpp;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.rapidsms.testing.Some;

/** An SMS centre that does as it is told, written octet by octet: it knows no library. */
final class ScriptedSmsc implements AutoCloseable {

    private static final int RESPONSE = 0x80000000;
    private static final int SUBMIT_SM = 4;
    private static final int DELIVER_SM = 5;
    private static final int UNBIND = 6;
    private static final int BIND_TRANSCEIVER = 9;
    private static final int ENQUIRE_LINK = 0x15;
    private static final int HEADER = 16;

    /** A text that it was handed. */
    record Submit(
            String source,
            int ton,
            int npi,
            String phone,
            int esmClass,
            int registeredDelivery,
            int dataCoding,
            byte[] message) {

        String text() {
            return new String(message, StandardCharsets.ISO_8859_1);
        }
    }

    private final ServerSocket server;
    private final List<Submit> submits = new CopyOnWriteArrayList<>();
    private final List<String> binds = new CopyOnWriteArrayList<>();
    private final AtomicInteger unbinds = new AtomicInteger();
    private final AtomicInteger enquiries = new AtomicInteger();
    private final AtomicInteger sequence = new AtomicInteger(1_000);
    private final AtomicInteger ids = new AtomicInteger(0x714886D8);
    private final Map<String, Queue<Integer>> statuses = new ConcurrentHashMap<>();
    private final Map<Integer, CompletableFuture<Integer>> delivered = new ConcurrentHashMap<>();
    private volatile Socket line;
    private volatile int bindStatus;
    private volatile boolean silent;

    ScriptedSmsc() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    private static void start(Runnable work) {
        var thread = new Thread(work, "smsc-" + Some.text());
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Answers binds so from now on; not at all if it is less than 0. */
    void refuse(int status) {
        bindStatus = status;
    }

    /** Answers the next texts to phones that end so with these statuses, and then with 0. */
    void answer(String ending, Integer... next) {
        statuses.put(ending, new ArrayDeque<>(List.of(next)));
    }

    /** Takes texts from now on, or not, without a word. */
    void silent(boolean now) {
        silent = now;
    }

    List<Submit> submits() {
        return submits;
    }

    /** Who has bound with which password, successful or not. */
    List<String> binds() {
        return binds;
    }

    int unbinds() {
        return unbinds.get();
    }

    int enquiries() {
        return enquiries.get();
    }

    void hangUp() {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Delivers something.
     *
     * @param body of the {@code deliver_sm}, in hexadecimal
     * @return the status of the answer
     */
    int deliver(String body) {
        return call(DELIVER_SM, HexFormat.of().parseHex(body));
    }

    /** Delivers a text of a phone in the default alphabet. */
    int deliver(String phone, int esmClass, String message) {
        var body = new ByteArrayOutputStream();
        body.write(0);
        address(body, phone);
        address(body, "789");
        body.writeBytes(new byte[] {(byte) esmClass, 0, 0, 0, 0, 0, 0, 0, 0});
        body.write(message.length());
        body.writeBytes(message.getBytes(StandardCharsets.ISO_8859_1));
        return call(DELIVER_SM, body.toByteArray());
    }

    private static void address(ByteArrayOutputStream body, String address) {
        body.writeBytes(new byte[] {1, 1});
        body.writeBytes(address.getBytes(StandardCharsets.US_ASCII));
        body.write(0);
    }

    private int call(int command, byte[] body) {
        int number = sequence.incrementAndGet();
        var answer = new CompletableFuture<Integer>();
        delivered.put(number, answer);
        write(command, 0, number, body);
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private synchronized void write(int command, int status, int number, byte[] body) {
        var pdu =
                ByteBuffer.allocate(HEADER + body.length)
                        .putInt(HEADER + body.length)
                        .putInt(command)
                        .putInt(status)
                        .putInt(number)
                        .put(body);
        try {
            new DataOutputStream(line.getOutputStream()).write(pdu.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                line = server.accept();
                var accepted = line;
                start(() -> serve(accepted));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var input = new DataInputStream(socket.getInputStream());
            while (true) {
                int length = input.readInt();
                int command = input.readInt();
                int status = input.readInt();
                int number = input.readInt();
                var body = ByteBuffer.wrap(input.readNBytes(length - HEADER));
                take(command, status, number, body);
            }
        } catch (IOException | UncheckedIOException e) {
            // Either side has hung up.
        }
    }

    private void take(int command, int status, int number, ByteBuffer body) {
        switch (command) {
            case BIND_TRANSCEIVER -> {
                binds.add(string(body) + "/" + string(body));
                if (bindStatus < 0) {
                    return;
                }
                var name = bindStatus == 0 ? new byte[] {'S', 0} : new byte[0];
                write(command | RESPONSE, bindStatus, number, name);
            }
            case SUBMIT_SM -> submit(number, body);
            case UNBIND -> {
                unbinds.incrementAndGet();
                write(command | RESPONSE, 0, number, new byte[0]);
            }
            case ENQUIRE_LINK -> {
                enquiries.incrementAndGet();
                if (!silent) {
                    write(command | RESPONSE, 0, number, new byte[0]);
                }
            }
            case DELIVER_SM | RESPONSE -> delivered.remove(number).complete(status);
            default -> throw new AssertionError("command " + Integer.toHexString(command));
        }
    }

    private void submit(int number, ByteBuffer body) {
        string(body);
        int ton = body.get();
        int npi = body.get();
        var source = string(body);
        body.getShort();
        var phone = string(body);
        int esmClass = body.get() & 0xFF;
        body.getShort();
        string(body);
        string(body);
        int registered = body.get();
        body.get();
        int coding = body.get();
        body.get();
        var message = new byte[body.get() & 0xFF];
        body.get(message);
        submits.add(new Submit(source, ton, npi, phone, esmClass, registered, coding, message));
        if (silent) {
            return;
        }
        int status = status(phone);
        var id = Integer.toHexString(ids.incrementAndGet()) + "\0";
        write(
                SUBMIT_SM | RESPONSE,
                status,
                number,
                status == 0 ? id.getBytes(StandardCharsets.US_ASCII) : new byte[0]);
    }

    private synchronized int status(String phone) {
        return statuses.entrySet().stream()
                .filter(e -> phone.endsWith(e.getKey()) && !e.getValue().isEmpty())
                .findFirst()
                .map(e -> e.getValue().remove())
                .orElse(0);
    }

    private static String string(ByteBuffer body) {
        var text = new StringBuilder();
        for (byte b = body.get(); b != 0; b = body.get()) {
            text.append((char) b);
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (line != null) {
            line.close();
        }
    }
}
