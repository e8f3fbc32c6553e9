package org.rapidsms.backend.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsmpp.InvalidCommandLengthException;
import org.junit.jupiter.api.Test;

class BoundedPduReaderTest {

    @Test
    void whatAWebServerSaysIsNotTakenForALength() {
        var answer = "HTTP/1.1 400 Bad Request".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> read(answer)).isInstanceOf(InvalidCommandLengthException.class);
    }

    @Test
    void whatAnSmsCentreSaysIsRead() throws Exception {
        assertThat(read(RawPdu.hex("00000010 00000015 00000000 00000004"))).isEqualTo(16);
    }

    private static int read(byte[] octets) throws InvalidCommandLengthException, IOException {
        return new BoundedPduReader()
                .readPDUHeader(new DataInputStream(new ByteArrayInputStream(octets)))
                .getCommandLength();
    }
}
