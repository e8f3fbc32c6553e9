package org.rapidsms.backend.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that takes everything but one command, to which it says what a test wants. */
final class ScriptedSmtp implements AutoCloseable {

    private final ServerSocket server;
    private final String command;
    private final String answer;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    /**
     * @param command how the command begins; {@code .} is the end of a mail, and {@code *} the
     *     greeting
     * @param answer empty to hang up
     */
    ScriptedSmtp(String command, String answer) throws IOException {
        this.command = command;
        this.answer = answer;
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> commands() {
        return commands;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                speak(socket);
            } catch (IOException e) {
                // The client has gone, or the test is over.
            }
        }
    }

    private void speak(Socket socket) throws IOException {
        var in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        boolean isText = false;
        var line = "*";
        while (line != null) {
            if (!isText || line.equals(".")) {
                commands.add(line);
                var reply = reply(line);
                if (reply.isEmpty()) {
                    return;
                }
                isText = line.startsWith("DATA") && reply.startsWith("354");
                out.print(reply + "\r\n");
                out.flush();
            }
            line = in.readLine();
        }
    }

    private String reply(String line) {
        if (line.startsWith(command)) {
            return answer;
        }
        return switch (line.split("[ :]")[0]) {
            case "*" -> "220 here";
            case "EHLO" -> "250-here\r\n250 AUTH PLAIN";
            case "AUTH" -> "235 welcome";
            case "DATA" -> "354 go on";
            case "QUIT" -> "221 bye";
            default -> "250 fine";
        };
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
