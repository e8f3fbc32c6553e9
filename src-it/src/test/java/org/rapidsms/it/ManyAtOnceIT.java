package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of more calls than the server has threads and connections to its database. */
@OnServer
class ManyAtOnceIT {

    @Test
    void newPhonesThatWriteAllAtOnceAreAllHeardAtTheFirstCall() {
        var threads = Executors.newFixedThreadPool(100);
        try {
            var calls =
                    IntStream.range(0, 300)
                            .mapToObj(n -> threads.submit(() -> write(15_660_000 + n).status()))
                            .toList();
            assertThat(calls).allSatisfy(status -> assertThat(status.get()).isEqualTo(200));
        } finally {
            threads.shutdown();
        }
    }

    private static Answer write(int phone) {
        return Server.post("/backend/http/", "identity", String.valueOf(phone), "text", "ping");
    }
}
