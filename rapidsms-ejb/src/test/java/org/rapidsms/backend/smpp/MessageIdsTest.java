package org.rapidsms.backend.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.backend.smpp.SmppConfig.IdForm;

class MessageIdsTest {

    private final List<IdForm> learned = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "SAME, 1234, 1234",
        "SAME, 0001234, 1234",
        "SAME, 1234, 001234",
        "SAME, 0A1B, 0a1b",
        "SAME, 0, 000",
        "SAME, 6F9619FF-8B86, 6f9619ff-8b86",
        "HEX_DECIMAL, 714886d9, 1900578521",
        "HEX_DECIMAL, 714886D9, 001900578521",
        "HEX_DECIMAL, 0000714886D9, 1900578521",
        "DECIMAL_HEX, 1900578521, 714886d9",
        "DECIMAL_HEX, 0001900578521, 00714886D9",
        "DECIMAL_HEX, 18446744073709551616, 10000000000000000",
    })
    void pitfall10AnIdIsKnownHoweverItIsWritten(IdForm form, String answered, String reported) {
        var ids = new MessageIds(form, learned::add);

        assertThat(ids.reported(reported)).containsExactly(ids.answered(answered));
    }

    @ParameterizedTest
    @CsvSource({
        "0A1B, 0a1b",
        "714886d9, 1900578521",
        "1900578521, 714886D9",
        "0001234, 1234",
    })
    void whereTheSettingsDoNotTellItIsAmongTheLikely(String answered, String reported) {
        var ids = new MessageIds(IdForm.AUTO, learned::add);

        assertThat(ids.reported(reported)).contains(ids.answered(answered));
        assertThat(ids.reported(reported).get(0)).isEqualTo(ids.answered(answered));
    }

    @Test
    void threeReceiptsTeachWhichFormItIs() {
        var ids = new MessageIds(IdForm.AUTO, learned::add);
        for (var answered : List.of("714886d9", "714886da", "714886db")) {
            assertThat(learned).isEmpty();
            ids.answered(answered);
            ids.reported(String.valueOf(Long.parseLong(answered, 16)));
        }

        assertThat(learned).containsExactly(IdForm.HEX_DECIMAL);
    }

    @Test
    void aReceiptThatComesBeforeTheAnswerIsKnownByWhatWasLearned() {
        var ids = new MessageIds(IdForm.AUTO, learned::add);
        for (int i = 100; i < 103; i++) {
            ids.answered(Integer.toHexString(i));
            ids.reported(String.valueOf(i));
        }

        assertThat(ids.reported("255")).containsExactly(ids.answered("FF"));
    }

    @Test
    void ofIdsThatMayBeTwosNothingIsLearned() {
        var ids = new MessageIds(IdForm.AUTO, learned::add);
        // 16 is hexadecimal 10, and both were given out.
        ids.answered("10");
        ids.answered("16");
        for (int i = 0; i < 3; i++) {
            assertThat(ids.reported("16")).startsWith("16").contains("10");
        }

        assertThat(learned).isEmpty();
    }

    @Test
    void idsThatAllFormsWriteAlikeTeachNothing() {
        var ids = new MessageIds(IdForm.AUTO, learned::add);
        for (int i = 1; i < 10; i++) {
            ids.answered(String.valueOf(i));
            assertThat(ids.reported(String.valueOf(i))).containsExactly(String.valueOf(i));
        }

        assertThat(learned).isEmpty();
    }

    @Test
    void whatWasLearnedWronglyIsUnlearned() {
        var ids = new MessageIds(IdForm.AUTO, learned::add);
        for (int i = 100; i < 103; i++) {
            ids.answered(Integer.toHexString(i));
            ids.reported(String.valueOf(i));
        }
        for (int i = 100_000; i < 100_010; i++) {
            ids.answered(String.valueOf(i));
            ids.reported(String.valueOf(i));
        }

        ids.answered("200000");
        assertThat(ids.reported("200000")).containsExactly("200000");
    }
}
