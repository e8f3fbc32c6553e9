package org.rapidsms.backend.gsm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/** A modem that a server passes on, such as ser2net. */
final class TcpWire implements Wire {

    private final Socket socket;

    TcpWire(URI server, Gateway gateway, Duration timeout) {
        socket = gateway.connect(server.getHost(), server.getPort(), false, timeout);
        try {
            socket.setSoTimeout(SLICE);
            socket.setTcpNoDelay(true);
        } catch (IOException e) {
            close();
            throw new SendException(SendFailure.UNREACHABLE, "the connection broke");
        }
    }

    @Override
    public InputStream in() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream out() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }
}
