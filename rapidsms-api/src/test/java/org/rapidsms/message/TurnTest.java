package org.rapidsms.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapidsms.message.Turn.Deed;

class TurnTest {

    private static final Turn DROPPED = new Turn(Phase.FILTER, "block list", Deed.DROPPED, 1);
    private static final Turn HANDLED = new Turn(Phase.HANDLE, "handlers/echo", Deed.HANDLED, 2);

    @Test
    void isWrittenSmallAndReadAgain() {
        var lines = Turn.write(List.of(DROPPED, HANDLED));
        assertThat(lines).isEqualTo("filter dropped 1 block list\nhandle handled 2 handlers/echo");
        assertThat(Turn.read(lines)).containsExactly(DROPPED, HANDLED);
    }

    @Test
    void nothingIsNothing() {
        assertThat(Turn.write(List.of())).isEmpty();
        assertThat(Turn.read("")).isEmpty();
    }

    @Test
    void whatMakesNoSenseIsPassedOver() {
        assertThat(
                        Turn.read(
                                "later slept 1 x\nhandle\nhandle handled x y\n\nfilter dropped 1 block list"))
                .containsExactly(DROPPED);
    }

    @Test
    void aNameIsOneLineOfWhatCanBeStored() {
        var turn = new Turn(Phase.PARSE, "a\nb\u0000\uD800", Deed.CHANGED, 0);
        assertThat(turn.app()).isEqualTo("a b");
    }

    @Test
    void anAppThatNeverEndsFillsNoDatabase() {
        assertThat(Turn.read(Turn.write(Collections.nCopies(101, HANDLED)))).hasSize(100);
    }
}
