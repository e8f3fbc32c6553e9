package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Somebody in the chat. */
final class Chatter implements AutoCloseable {

    private final Socket socket;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private Chatter() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), Ports.IRC.number());
    }

    /** Comes into the channel, in which RapidSMS is then already. */
    static Chatter enter(String nick) throws IOException {
        var chatter = new Chatter();
        var thread = new Thread(chatter::listen, "chatter " + nick);
        thread.setDaemon(true);
        thread.start();
        chatter.write("NICK " + nick);
        chatter.write("USER %s 0 * :%s".formatted(nick, nick));
        chatter.write("JOIN " + Ngircd.CHANNEL);
        Awaitility.await("RapidSMS is in the channel")
                .atMost(Duration.ofSeconds(30))
                .until(() -> chatter.isThere("rapidsms"));
        return chatter;
    }

    private boolean isThere(String who) {
        return heard.stream()
                .anyMatch(
                        line ->
                                line.contains(" 353 ") && line.contains(who)
                                        || line.startsWith(":" + who + "!")
                                                && line.contains(" JOIN "));
    }

    private void listen() {
        try (var reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                heard.add(line);
            }
        } catch (IOException e) {
            heard.add("gone");
        }
    }

    private void write(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
    }

    void say(String target, String text) throws IOException {
        write("PRIVMSG " + target + " :" + text);
    }

    /** What RapidSMS has said in the channel or to this one alone. */
    List<String> heardIn(String target) {
        var beginning = " PRIVMSG " + target + " :";
        return heard.stream()
                .filter(line -> line.startsWith(":rapidsms!") && line.contains(beginning))
                .map(line -> line.substring(line.indexOf(beginning) + beginning.length()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
