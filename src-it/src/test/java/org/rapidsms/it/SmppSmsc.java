package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A network that Kannel is bound to by SMPP 3.4: it takes every text, and reports that its phone
 * has it.
 */
final class SmppSmsc implements AutoCloseable {

    private static final int ANSWER = 0x80000000;
    private static final int SUBMIT = 0x4;
    private static final int DELIVER = 0x5;
    private static final int BIND_TRANSCEIVER = 0x9;

    /** That a message is a receipt (SMPP 3.4, section 5.2.12). */
    private static final byte RECEIPT = 0x4;

    private final ServerSocket server;
    private int taken;

    SmppSmsc() throws IOException {
        server = new ServerSocket(Ports.KANNEL_SMPP.number(), 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "smpp-smsc");
        thread.setDaemon(true);
        thread.start();
    }

    /** What Kannel's configuration says of it. */
    String group() {
        return """
                group = smsc
                smsc = smpp
                smsc-id = SMPP
                host = 127.0.0.1
                port = %d
                transceiver-mode = true
                smsc-username = kannel
                smsc-password = secret
                system-type = ""
                address-range = ""
                allowed-smsc-id = SMPP
                """
                .formatted(server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                talk(socket);
            } catch (IOException e) {
                // Kannel went away, and may come again; or the test is over.
            }
        }
    }

    private void talk(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        var out = new DataOutputStream(socket.getOutputStream());
        while (true) {
            int length = in.readInt();
            int command = in.readInt();
            in.readInt();
            int number = in.readInt();
            var body = in.readNBytes(length - 16);
            if (command == SUBMIT) {
                taken++;
                write(out, ANSWER | SUBMIT, number, (taken + "\0").getBytes(ISO_8859_1));
                write(out, DELIVER, taken, receipt(body));
            } else if (command == BIND_TRANSCEIVER) {
                write(out, ANSWER | command, number, "SMSC\0".getBytes(ISO_8859_1));
            } else if (command > 0) {
                write(out, ANSWER | command, number, new byte[0]);
            }
        }
    }

    private byte[] receipt(byte[] submit) throws IOException {
        int from = afterZero(submit, 0);
        int to = afterZero(submit, from + 2);
        int end = afterZero(submit, to + 2);
        var text =
                "id:%d sub:001 dlvrd:001 submit date:2611210035 done date:2611210035 stat:DELIVRD err:000 text:"
                        .formatted(taken)
                        .getBytes(ISO_8859_1);
        var body = new ByteArrayOutputStream();
        body.write(0);
        body.write(submit, to, end - to);
        body.write(submit, from, to - from);
        body.write(new byte[] {RECEIPT, 0, 0, 0, 0, 0, 0, 0, 0, (byte) text.length});
        body.write(text);
        return body.toByteArray();
    }

    private static int afterZero(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != 0) {
            at++;
        }
        return at + 1;
    }

    private static void write(DataOutputStream out, int command, int number, byte[] body)
            throws IOException {
        out.writeInt(16 + body.length);
        out.writeInt(command);
        out.writeInt(0);
        out.writeInt(number);
        out.write(body);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
