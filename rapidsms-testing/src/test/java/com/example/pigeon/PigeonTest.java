package com.example.pigeon;

import static org.rapidsms.backend.DeliveryReport.State.DELIVERED;
import static org.rapidsms.backend.SendFailure.MISCONFIGURED;
import static org.rapidsms.backend.SendFailure.THROTTLED;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.testing.BackendTable;

class PigeonTest {

    private static final OutgoingSms HELLO =
            new OutgoingSms("m1", "say \"hi\"", List.of("+256772000001"), Map.of());

    @TestFactory
    Stream<DynamicTest> pigeon() {
        return BackendTable.of(PigeonTest::engine)
                .setting("url", "https://pigeon.example/texts")
                .setting("token", "s3cret")
                .requires("url")
                .requires("token")
                .receives(
                        "a text",
                        "POST {\"event\":\"text\",\"id\":\"p1\",\"from\":\"+256772000001\",\"text\":\"ping\"}",
                        "OK",
                        new IncomingSms("+256772000001", "ping", Map.of("external_id", "p1")))
                .receives(
                        "a report",
                        "POST {\"event\":\"delivered\",\"id\":\"p2\"}",
                        "OK",
                        DeliveryReport.of("p2", DELIVERED, ""))
                .receives("what is new to us", "POST {\"event\":\"read\",\"id\":\"p2\"}", "OK")
                .refuses(
                        "a text of nobody",
                        "POST {\"event\":\"text\",\"id\":\"p1\",\"text\":\"ping\"}",
                        400,
                        "from is required")
                .refuses("a GET", "GET ?event=text", 405, "POST")
                .gatewaySays(200, "{\"id\":\"p3\"}")
                .sends(
                        "with its token",
                        HELLO,
                        """
                        POST https://pigeon.example/texts
                        Authorization: Bearer s3cret

                        {"to":"+256772000001","text":"say \\"hi\\""}
                        """)
                .tells("the id of the text", HELLO, "+256772000001 sent as p3")
                .fails(401, "no such token", MISCONFIGURED)
                .fails(429, "", THROTTLED)
                .tests();
    }

    private static PigeonEngine engine(Gateway gateway) {
        var engine = new PigeonEngine();
        engine.gateway = gateway;
        return engine;
    }
}
