package org.rapidsms.backend.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server of a chat with one guest, of which a test says what it says. */
final class FakeIrcServer implements AutoCloseable {

    private static final int PATIENCE = 20;

    private final ServerSocket server;
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private volatile boolean isDeaf;
    private volatile Socket guest;

    FakeIrcServer() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::listen);
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void listen() {
        try {
            guest = server.accept();
            var line = new ByteArrayOutputStream();
            for (int next = guest.getInputStream().read();
                    next >= 0;
                    next = guest.getInputStream().read()) {
                line.write(next);
                if (next == '\n') {
                    hear(line.toByteArray());
                    line.reset();
                }
            }
        } catch (IOException e) {
            // The test is over.
            isDeaf = true;
        }
    }

    private void hear(byte[] line) {
        assertThat(line).as("no server takes more").hasSizeLessThanOrEqualTo(512);
        var text = new String(line, StandardCharsets.UTF_8).stripTrailing();
        if (!text.startsWith("PING")) {
            heard.add(text);
        } else if (!isDeaf) {
            say(":srv PONG srv :" + text.split(":", 2)[1]);
        }
    }

    /** Answers no PING any more. */
    void isDeaf() {
        isDeaf = true;
    }

    void say(String line) {
        say(line, StandardCharsets.UTF_8);
    }

    void say(String line, Charset charset) {
        try {
            guest.getOutputStream().write((line + "\r\n").getBytes(charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The guest says exactly this next. */
    void hears(String... lines) {
        for (var line : lines) {
            assertThat(next()).isEqualTo(line);
        }
    }

    String next() {
        try {
            return heard.poll(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The connection breaks. */
    void hangUp() {
        try {
            guest.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (guest != null) {
            guest.close();
        }
    }
}
