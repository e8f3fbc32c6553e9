package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The phones behind Kannel: writes and reads the lines of its fake SMSC, {@code FROM TO TYPE TEXT}.
 */
final class FakeSmsc implements AutoCloseable {

    private static final String SHORT_CODE = "123";

    private final Socket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private FakeSmsc(Socket socket) {
        this.socket = socket;
    }

    static FakeSmsc connect() throws IOException {
        var smsc =
                new FakeSmsc(
                        new Socket(InetAddress.getLoopbackAddress(), Ports.KANNEL_SMSC.number()));
        var reader = new Thread(smsc::read, "fake-smsc");
        reader.setDaemon(true);
        reader.start();
        return smsc;
    }

    private void read() {
        try {
            var input = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // The test is over and closed the socket.
        }
    }

    /** A text in the network's usual alphabet. */
    void text(String from, String text) {
        write(from, "text " + text);
    }

    /** Octets, of which nobody says what they mean. */
    void data(String from, String text) {
        write(from, "data " + URLEncoder.encode(text, UTF_8));
    }

    /** A text in UCS-2, as phones send what is in no small alphabet. */
    void ucs2(String from, String text) {
        write(from, "ucs2 " + percents(text.getBytes(UTF_16BE)));
    }

    private static String percents(byte[] bytes) {
        var escaped = new StringBuilder();
        for (byte b : bytes) {
            escaped.append("%%%02X".formatted(b & 0xFF));
        }
        return escaped.toString();
    }

    private void write(String from, String typeAndText) {
        var line = "%s %s %s%n".formatted(from, SHORT_CODE, typeAndText);
        try {
            socket.getOutputStream().write(line.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts that reached a phone, those in one SMS each. */
    List<String> textsTo(String phone) {
        return messages(phone)
                .filter(line -> !line[2].equals("udh"))
                .map(FakeSmsc::decoded)
                .toList();
    }

    /** The text that reached a phone in parts, put together in the order of their numbers. */
    String joinedTextTo(String phone, Charset charset) {
        return messages(phone)
                .filter(line -> line[2].equals("udh"))
                .map(line -> line[3].split(" "))
                .sorted(Comparator.comparing(part -> partNumber(part[0])))
                .map(part -> URLDecoder.decode(part[2], ISO_8859_1))
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.joining(),
                                bytes -> new String(bytes.getBytes(ISO_8859_1), charset)));
    }

    private Stream<String[]> messages(String phone) {
        return lines.stream().map(line -> line.split(" ", 4)).filter(line -> line[1].equals(phone));
    }

    private static int partNumber(String header) {
        var octets = URLDecoder.decode(header, ISO_8859_1);
        return octets.charAt(octets.length() - 1);
    }

    private static String decoded(String[] line) {
        var text = line.length < 4 ? "" : line[3];
        return switch (line[2]) {
            case "text" -> text;
            case "data" -> URLDecoder.decode(text, UTF_8);
            case "ucs-2" ->
                    new String(URLDecoder.decode(text, ISO_8859_1).getBytes(ISO_8859_1), UTF_16BE);
            default -> throw new AssertionError("unknown type of message: " + line[2]);
        };
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
