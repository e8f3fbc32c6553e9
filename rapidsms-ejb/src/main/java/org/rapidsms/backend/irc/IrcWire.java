package org.rapidsms.backend.irc;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/** Lines from a server and to it. One thread reads; any may write. */
final class IrcWire implements AutoCloseable {

    /** Of a line more is not kept; no server sends more. */
    private static final int LONGEST = 8704;

    /** So long a read may keep us from being told to stop. */
    private static final int GLANCE = 500;

    private final Socket socket;
    private final InputStream input;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    IrcWire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(GLANCE);
        input = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * The next line, without its end; empty if none has come for a moment.
     *
     * @throws SendException if none will come
     */
    Optional<String> read() {
        try {
            for (int next = input.read(); next != '\n'; next = input.read()) {
                if (next < 0) {
                    throw broken("the server has closed the connection");
                }
                if (line.size() < LONGEST && next != '\r') {
                    line.write(next);
                }
            }
            var bytes = line.toByteArray();
            line.reset();
            return Optional.of(IrcText.decode(bytes));
        } catch (SocketTimeoutException e) {
            // What has come of the line is kept.
            return Optional.empty();
        } catch (IOException e) {
            throw broken("the connection broke");
        }
    }

    /**
     * Writes a line.
     *
     * @throws SendException if it could not be written
     */
    synchronized void write(String words) {
        try {
            var output = socket.getOutputStream();
            output.write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
            output.flush();
        } catch (IOException e) {
            throw broken("the connection broke");
        }
    }

    private static SendException broken(String why) {
        return new SendException(SendFailure.UNREACHABLE, why);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
