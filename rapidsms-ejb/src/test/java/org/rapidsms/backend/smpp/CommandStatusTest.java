package org.rapidsms.backend.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.backend.SendFailure;

class CommandStatusTest {

    private final SmppConfig config = SmppConfigTest.config(Map.of("status.0x0401", "opted-out"));

    @ParameterizedTest
    @CsvSource({
        "0x01, REJECTED",
        "0x04, UNREACHABLE",
        "0x08, UNREACHABLE",
        "0x0A, MISCONFIGURED",
        "0x0B, REJECTED",
        "0x14, THROTTLED",
        "0x33, REJECTED",
        "0x45, UNREACHABLE",
        "0x58, THROTTLED",
        "0x61, REJECTED",
        "0x64, UNREACHABLE",
        "0x65, REJECTED",
        "0x66, REJECTED",
        "0x67, UNREACHABLE",
        "0xC0, REJECTED",
        "0xFE, UNREACHABLE",
        "0xFF, UNREACHABLE",
        "0x0400, REJECTED",
        "0x0401, OPTED_OUT",
    })
    void ofATextItMeans(String status, SendFailure failure) {
        assertThat(CommandStatus.ofText(Integer.decode(status), config).failure())
                .isEqualTo(failure);
    }

    @Test
    void whoIsThrottledIsLeftAloneForAMoment() {
        assertThat(CommandStatus.ofText(0x58, config).retryAfter()).contains(Duration.ofSeconds(1));
        assertThat(CommandStatus.ofText(0x14, config).retryAfter())
                .contains(Duration.ofSeconds(10));
        assertThat(CommandStatus.ofText(0x08, config).retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0x05, MISCONFIGURED, 'somebody else is connected with this system-id, or was until now: status 0x0005'",
        "0x0D, MISCONFIGURED, it refuses us: status 0x000D",
        "0x0E, MISCONFIGURED, the password is wrong: status 0x000E",
        "0x0F, MISCONFIGURED, it knows no such system-id: status 0x000F",
        "0x53, MISCONFIGURED, the system-type is wrong: status 0x0053",
        "0x08, UNREACHABLE, it lets nobody in: status 0x0008 system error",
        "0x58, UNREACHABLE, it lets nobody in: status 0x0058 throttling error",
    })
    void ofABindItMeans(String status, SendFailure failure, String words) {
        var why = CommandStatus.ofBind(Integer.decode(status));

        assertThat(why.failure()).isEqualTo(failure);
        assertThat(why).hasMessage(words);
    }
}
