package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two machines that answer one another are cut off; people are not. */
class LoopsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private final Loops loops = new Loops();

    @BeforeEach
    void answerAsOftenAsMayBe() {
        for (int i = 0; i < Loops.MOST; i++) {
            assertThat(loops.isLooping(1, "pong", NOW.plusSeconds(i))).isFalse();
        }
    }

    @Test
    void theSameAnswerOnceMoreIsTooMuch() {
        assertThat(loops.isLooping(1, "pong", NOW.plusSeconds(30))).isTrue();
    }

    @Test
    void anotherPhoneAndAnotherAnswerAreNot() {
        assertThat(loops.isLooping(2, "pong", NOW)).isFalse();
        assertThat(loops.isLooping(1, "ping", NOW)).isFalse();
    }

    @Test
    void laterItMayBeSaidAgain() {
        assertThat(loops.isLooping(1, "pong", NOW.plus(Loops.WINDOW).plusMillis(1))).isFalse();
        assertThat(loops.isLooping(1, "pong", NOW.plus(Loops.WINDOW).plusMillis(1))).isTrue();
    }

    @Test
    void onlyTheNewestAnswersAreRemembered() {
        for (int phone = 2; phone < 20_000; phone++) {
            loops.isLooping(phone, "pong", NOW);
        }
        assertThat(loops.isLooping(1, "pong", NOW.plusSeconds(30))).isFalse();
    }
}
