package org.rapidsms.it;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A gateway that takes every text, counts them, and does nothing else. */
final class BareGateway implements AutoCloseable {

    private static final byte[] TAKEN =
            "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int END = 0x0d0a0d0a;

    private final ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicLong texts = new AtomicLong();

    BareGateway() throws IOException {
        threads.execute(
                () -> {
                    while (!listener.isClosed()) {
                        try {
                            var caller = listener.accept();
                            threads.execute(() -> serve(caller));
                        } catch (IOException e) {
                            return;
                        }
                    }
                });
    }

    String address() {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/";
    }

    /** How many texts it has taken. */
    long texts() {
        return texts.get();
    }

    private void serve(Socket caller) {
        try (caller) {
            caller.setTcpNoDelay(true);
            var in = new BufferedInputStream(caller.getInputStream());
            while (isRequest(in)) {
                texts.incrementAndGet();
                caller.getOutputStream().write(TAKEN);
            }
        } catch (IOException e) {
            // The server has gone.
        }
    }

    /** Reads a request without a body. */
    private static boolean isRequest(InputStream in) throws IOException {
        int last = 0;
        while (last != END) {
            int c = in.read();
            if (c < 0) {
                return false;
            }
            last = last << 8 | c;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        threads.shutdownNow();
    }
}
