package org.rapidsms.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A modem behind TCP: that of the backend {@code modem}. It is there as long as the tests. */
final class FakeModem {

    static final FakeModem MODEM = new FakeModem();

    private final ServerSocket server;
    private final Map<String, String> card = new ConcurrentSkipListMap<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private volatile Socket socket = new Socket();

    private FakeModem() {
        try {
            server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var thread = new Thread(this::serve, "fake-modem");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    /** A short message comes to the card. */
    void receive(String pdu) throws IOException {
        card.put("1", pdu);
        if (socket.isConnected()) {
            say("\r\n+CMTI: \"SM\",1\r\n");
        }
    }

    boolean isCardEmpty() {
        return card.isEmpty();
    }

    /** The short messages that it was handed. */
    List<String> texts() {
        return texts;
    }

    private void serve() {
        while (true) {
            try (var connection = server.accept()) {
                socket = connection;
                listen();
            } catch (IOException e) {
                // Whoever spoke has gone.
            }
        }
    }

    private void listen() throws IOException {
        var words = new StringBuilder();
        for (int c = socket.getInputStream().read(); c >= 0; c = socket.getInputStream().read()) {
            if (c == '\r' || c == 0x1A) {
                obey(words.toString().strip());
                words.setLength(0);
            } else if (c != 0x1B) {
                words.append((char) c);
            }
        }
    }

    private void obey(String command) throws IOException {
        if (command.startsWith("AT+CMGS=")) {
            say("\r\n> ");
        } else if (command.startsWith("AT+CMGD=")) {
            card.remove(command.substring("AT+CMGD=".length()));
            say("\r\nOK\r\n");
        } else if (command.startsWith("AT")) {
            say(answer(command) + "\r\nOK\r\n");
        } else if (!command.isEmpty()) {
            texts.add(command);
            say("\r\n+CMGS: 12\r\n\r\nOK\r\n");
        }
    }

    private String answer(String command) {
        return switch (command) {
            case "AT+CPIN?" -> "\r\n+CPIN: READY\r\n";
            case "AT+CREG?" -> "\r\n+CREG: 0,1\r\n";
            case "AT+CSQ" -> "\r\n+CSQ: 17,99\r\n";
            case "AT+CMGL=4" -> {
                var lines = new StringBuilder();
                card.forEach(
                        (place, pdu) ->
                                lines.append("\r\n+CMGL: " + place + ",0,,20\r\n" + pdu + "\r\n"));
                yield lines.toString();
            }
            default -> "";
        };
    }

    private synchronized void say(String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
