package org.rapidsms.backend.gsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.rapidsms.backend.HttpGateway;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.KeptConnection;

/** A serial port of this machine, which Python plays. */
class SerialWireTest {

    /** A pseudo terminal, with the fake modem at its other end. */
    private static final String LINE =
            """
            import os, select, socket, sys, tty
            ours, theirs = os.openpty()
            tty.setraw(theirs)
            modem = socket.create_connection(('127.0.0.1', int(sys.argv[1])))
            print(os.ttyname(theirs), flush=True)
            while True:
                ready, _, _ = select.select([ours, modem], [], [])
                if ours in ready:
                    modem.sendall(os.read(ours, 4096))
                if modem in ready:
                    data = modem.recv(4096)
                    if not data:
                        break
                    os.write(ours, data)
            """;

    @Test
    void aModemAtASerialPortSendsAndReceives() throws Exception {
        assumeTrue(isPythonThere(), "the serial line is played by python3, which is not there");
        try (var modem = new FakeModem()) {
            var line = python("-c", LINE, String.valueOf(modem.port()));
            try {
                modem.put(1, DeliverPdu.of("+15550001", "ping", Instant.EPOCH).get(0));
                var backend = backend(line.inputReader(StandardCharsets.UTF_8).readLine());
                try (var connection = KeptConnection.of(backend).awaitReady()) {
                    assertThat(connection.texts()).hasSize(1);
                    var sms = new OutgoingSms("m1", "pong", List.of("+15550001"), Map.of());
                    assertThat(backend.send(sms).get(0).failure()).isEmpty();
                }
                assertThat(modem.texts()).hasSize(1);
            } finally {
                line.destroy();
            }
        }
    }

    @Test
    void aPortThatIsNotThereIsUnreachable() {
        var connection = KeptConnection.of(backend("/dev/no-such-port"));

        assertThat(connection.awaitSendException().failure()).isEqualTo(SendFailure.UNREACHABLE);
    }

    private static GsmBackend backend(String port) {
        var settings = Settings.of("rapidsms.backends.modem", Map.of("port", port));
        return (GsmBackend) new GsmEngine(new HttpGateway()).configure("modem", settings);
    }

    private static boolean isPythonThere() throws InterruptedException {
        try {
            var python = python("--version");
            return python.waitFor(20, TimeUnit.SECONDS) && python.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Process python(String... arguments) throws IOException {
        var command = new java.util.ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
