package org.rapidsms.it;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Brings messages to a backend of the http engine over one connection, with as little work as can
 * be: what it does itself is not to be measured.
 */
final class BareClient implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final String head;

    BareClient(int port, String backend) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        head =
                "POST /backend/%s/ HTTP/1.1\r\nHost: localhost:%d\r\n".formatted(backend, port)
                        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: ";
    }

    /** Whether the server took a message; its text is sent as it stands. */
    boolean isTaken(String phone, String text) throws IOException {
        var body = "identity=" + phone + "&text=" + text;
        var request = head + body.length() + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        boolean taken = line().startsWith("HTTP/1.1 200");
        int length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.readNBytes(length);
        return taken;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
