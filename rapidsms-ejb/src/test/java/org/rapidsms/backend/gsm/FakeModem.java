package org.rapidsms.backend.gsm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A modem behind TCP that does what modems do, and what a test wants instead. */
final class FakeModem implements AutoCloseable {

    /** What it does with a text instead of taking it. */
    enum Trick {
        NO_PROMPT,
        NO_ANSWER
    }

    private final ServerSocket server;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<Integer, String> card = new ConcurrentSkipListMap<>();
    private final Queue<Object> tricks = new ConcurrentLinkedQueue<>();
    private final Queue<String> interjections = new ConcurrentLinkedQueue<>();
    private int reference = 11;
    private volatile Socket socket;
    private boolean isEchoing = true;

    FakeModem() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        answers.put("AT+CPIN?", "+CPIN: READY");
        answers.put("AT+CREG?", "+CREG: 0,1");
        answers.put("AT+CSQ", "+CSQ: 17,99");
        answers.put("AT+COPS?", "+COPS: 0,0,\"Example Telecom\"");
        answers.put("AT+WIND=0", "ERROR");
        var thread = new Thread(this::serve, "fake-modem");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "tcp://127.0.0.1:" + server.getLocalPort();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Answers a command so from now on. */
    void answer(String command, String line) {
        answers.put(command, line);
    }

    /** Answers the next texts so: a line, or a trick. */
    void answerTexts(Object... how) {
        tricks.addAll(List.of(how));
    }

    /** Says this between the next text and its answer. */
    void interject(String lines) {
        interjections.add(lines);
    }

    /** Something comes to the card: a PDU, or what is shown of a text from its state on. */
    void put(int place, String pdu) {
        card.put(place, pdu);
    }

    /** Says that something has come to the card. */
    void tell(int place) {
        say("\r\n+CMTI: \"SM\"," + place + "\r\n");
    }

    Map<Integer, String> card() {
        return card;
    }

    List<String> commands() {
        return commands;
    }

    /** The short messages that it was handed. */
    List<String> texts() {
        return texts;
    }

    void say(String words) {
        try {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void hangUp() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var connection = server.accept()) {
                socket = connection;
                isEchoing = true;
                listen(connection.getInputStream());
            } catch (IOException | UncheckedIOException e) {
                // Whoever spoke has gone, or the test is over.
            }
        }
    }

    private void listen(InputStream in) throws IOException {
        var words = new StringBuilder();
        boolean isText = false;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == 0x1B) {
                words.setLength(0);
                isText = false;
            } else if (isText && c == 0x1A) {
                isText = false;
                text(words.toString());
                words.setLength(0);
            } else if (!isText && c == '\r') {
                isText = obey(words.toString());
                words.setLength(0);
            } else {
                words.append((char) c);
            }
        }
    }

    /** Whether a text follows. */
    private boolean obey(String command) {
        if (command.isEmpty()) {
            return false;
        }
        commands.add(command);
        if (isEchoing) {
            say(command + "\r");
        }
        isEchoing &= !command.equals("ATE0");
        if (command.startsWith("AT+CMGS=")) {
            if (tricks.peek() == Trick.NO_PROMPT) {
                tricks.poll();
                return true;
            }
            say("\r\n> ");
            return true;
        }
        if (command.startsWith("AT+CMGD=")) {
            card.remove(Integer.valueOf(command.substring("AT+CMGD=".length())));
        }
        say(answer(command));
        return false;
    }

    private String answer(String command) {
        var lines = new StringBuilder();
        if (command.equals("AT+CMGL=4")) {
            card.forEach((place, pdu) -> lines.append("\r\n+CMGL: " + place + ",1,,20\r\n" + pdu));
            return lines + "\r\n\r\nOK\r\n";
        }
        if (command.equals("AT+CMGL=\"ALL\"")) {
            card.forEach((place, text) -> lines.append("\r\n+CMGL: " + place + "," + text));
            return lines + "\r\n\r\nOK\r\n";
        }
        if (command.startsWith("AT+CMGR=")) {
            int place = Integer.parseInt(command.substring("AT+CMGR=".length()));
            var text = card.get(place);
            card.put(place, text.replace("REC UNREAD", "REC READ"));
            return "\r\n+CMGR: " + text + "\r\n\r\nOK\r\n";
        }
        var answer = answers.getOrDefault(command, "");
        return (answer.isEmpty() ? "" : "\r\n" + answer + "\r\n")
                + (answer.contains("ERROR") ? "" : "\r\nOK\r\n");
    }

    private void text(String hex) {
        texts.add(hex);
        var interjection = interjections.poll();
        if (interjection != null) {
            say(interjection);
        }
        var trick = tricks.poll();
        if (trick == null) {
            reference++;
            say("\r\n+CMGS: " + reference + "\r\n\r\nOK\r\n");
        } else if (trick instanceof String line) {
            say("\r\n" + line + "\r\n");
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
