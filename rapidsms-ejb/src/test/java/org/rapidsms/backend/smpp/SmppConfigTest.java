package org.rapidsms.backend.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.BackendTable;

class SmppConfigTest {

    @TestFactory
    Stream<DynamicTest> whatIsWrongIsSaid() {
        return BackendTable.of(gateway -> new SmppEngine(gateway, null))
                .setting("host", "smsc.example.org")
                .setting("system-id", "rapid")
                .requires("host")
                .requires("system-id")
                .refusesSetting(
                        "system-id",
                        "sixteen-letters!",
                        "must have 15 characters of ASCII at most, as SMPP wants it")
                .refusesSetting(
                        "password",
                        "ninechars",
                        "must have 8 characters of ASCII at most, as SMPP wants it")
                .refusesSetting("port", "0", "must be a whole number from 1 to 65535, not 0")
                .refusesSetting("long-messages", "cut", "must be one of udh, sar, payload")
                .refusesSetting("default-alphabet", "ascii", "must be one of gsm7, latin1")
                .refusesSetting(
                        "message-id", "hex", "must be one of same, hex-decimal, decimal-hex, auto")
                .refusesSetting("unknown-is", "delivered", "must be one of failed, sent")
                .refusesSetting(
                        "registered-delivery",
                        "3",
                        "must be 0 for no receipts, 1 for all or 2 for failures, and 16 more for"
                                + " those on the way")
                .refusesSetting("dest-npi", "2", "must be a numbering plan of SMPP, such as 0 or 1")
                .refusesSetting("enquire-link", "10ms", "must be a time from 1s to 24h")
                .refusesSetting("status.late", "rejected", "must name a status such as 0x0401")
                .tests();
    }

    @ParameterizedTest
    @CsvSource({
        "RapidSMS, RapidSMS, 5, 0",
        "789, 789, 3, 0",
        "254700123456, 254700123456, 1, 1",
        "+254700123456, 254700123456, 1, 1",
        "'', '', 0, 0",
    })
    void theKindOfASourceShowsInItsAddress(String given, String address, int ton, int npi) {
        assertThat(config(Map.of("source-address", given)).source())
                .isEqualTo(new Source(address, ton, npi));
    }

    @Test
    void theKindOfASourceMayBeSet() {
        var settings = Map.of("source-address", "789", "source-ton", "2", "source-npi", "1");

        assertThat(config(settings).source()).isEqualTo(new Source("789", 2, 1));
    }

    @Test
    void statusesOfTheOperatorsOwnHaveTheMeaningThatIsSet() {
        var config = config(Map.of("status.0x0401", "throttled", "status.1026", "no-credit"));

        assertThat(config.failure(0x401)).contains(SendFailure.THROTTLED);
        assertThat(config.failure(0x402)).contains(SendFailure.NO_CREDIT);
        assertThat(config.failure(0x403)).isEmpty();
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(config(Map.of("password", "s3cret")).toString()).doesNotContain("s3cret");
    }

    static SmppConfig config(Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.putIfAbsent("host", "localhost");
        settings.putIfAbsent("system-id", "rapid");
        return SmppConfig.from(Settings.of("rapidsms.backends.test", settings));
    }
}
