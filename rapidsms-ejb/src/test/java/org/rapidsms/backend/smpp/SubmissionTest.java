package org.rapidsms.backend.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.settings.Settings;

/** How texts are written for an SMS centre. */
class SubmissionTest {

    private final Map<String, String> settings =
            new HashMap<>(Map.of("host", "localhost", "system-id", "me"));

    @Test
    void aTextOfTheGsmAlphabetIsWrittenInSeptets() {
        var only = submissions("hello @ €").get(0);

        assertThat(only.dataCoding()).isZero();
        assertThat(only.esmClass()).isZero();
        assertThat(only.shortMessage()).isEqualTo(RawPdu.hex("68656c6c6f 20 00 20 1b65"));
    }

    @Test
    void anyOtherTextIsWrittenInUcs2() {
        var only = submissions("سلام").get(0);

        assertThat(only.dataCoding()).isEqualTo(8);
        assertThat(only.shortMessage()).isEqualTo(RawPdu.hex("0633 0644 0627 0645"));
    }

    @Test
    void anEmptyTextIsOneToo() {
        assertThat(submissions("")).singleElement().matches(s -> s.shortMessage().length == 0);
    }

    @Test
    void aLongTextGoesInPartsWithAHeader() {
        var parts = submissions("x".repeat(161));

        assertThat(parts).extracting(Submission::esmClass).containsExactly(0x40, 0x40);
        assertThat(parts.get(0).shortMessage()).hasSize(6 + 153).startsWith(5, 0, 3);
        assertThat(Arrays.copyOfRange(parts.get(0).shortMessage(), 4, 7))
                .containsExactly(2, 1, 'x');
        assertThat(Arrays.copyOfRange(parts.get(1).shortMessage(), 4, 7))
                .containsExactly(2, 2, 'x');
        assertThat(parts.get(1).shortMessage()[3]).isEqualTo(parts.get(0).shortMessage()[3]);
    }

    @Test
    void itsPartsAreTheSameWhenItIsTriedAgain() {
        var text = "x".repeat(161);

        assertThat(submissions(text).get(0).shortMessage())
                .isEqualTo(submissions(text).get(0).shortMessage());
    }

    @Test
    void pitfall15AnEuroAtTheEndOfAPartIsNotCutFromItsEscape() {
        var parts = submissions("x".repeat(152) + "€" + "y".repeat(20));

        assertThat(parts.get(0).shortMessage()).hasSize(6 + 152);
        assertThat(Arrays.copyOfRange(parts.get(1).shortMessage(), 6, 9))
                .containsExactly(0x1B, 0x65, 'y');
    }

    @Test
    void aCharacterBeyondTheBasicPlaneIsNotCutInHalves() {
        var parts = submissions("ж".repeat(66) + "😀" + "ж".repeat(20));

        assertThat(parts.get(0).shortMessage()).hasSize(6 + 2 * 66);
        assertThat(parts.get(1).shortMessage()).hasSize(6 + 4 + 2 * 20);
    }

    @Test
    void partsMayBeNamedBesideTheText() {
        settings.put("long-messages", "sar");
        var parts = submissions("x".repeat(161));

        assertThat(parts).extracting(Submission::esmClass).containsOnly(0);
        assertThat(parts.get(1).shortMessage()).hasSize(8);
        assertThat(parts.get(1).parameters())
                .extracting(p -> p.tag)
                .containsExactly((short) 0x020C, (short) 0x020E, (short) 0x020F);
        assertThat(parts.get(1).parameters()[1].serialize()).endsWith(2);
        assertThat(parts.get(1).parameters()[2].serialize()).endsWith(2);
    }

    @Test
    void aLongTextMayGoAsOne() {
        settings.put("long-messages", "payload");
        var parts = submissions("x".repeat(400));

        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).shortMessage()).isEmpty();
        assertThat(parts.get(0).parameters()[0].serialize()).startsWith(0x04, 0x24).hasSize(404);
        assertThat(submissions("x".repeat(160)).get(0).parameters()).isEmpty();
    }

    @Test
    void latin1IsWrittenWhereTheSmsCentreWantsIt() {
        settings.put("default-alphabet", "latin1");
        var only = submissions("é @ £").get(0);

        assertThat(only.dataCoding()).isZero();
        assertThat(only.shortMessage()).isEqualTo("é @ £".getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"€", "Δ", "ã", "ж"})
    void whatLatin1AndGsmDoNotBothHaveIsWrittenInUcs2(String letter) {
        settings.put("default-alphabet", "latin1");
        var only = submissions("a" + letter).get(0);

        assertThat(only.dataCoding()).isEqualTo(8);
        assertThat(only.shortMessage())
                .isEqualTo(("a" + letter).getBytes(StandardCharsets.UTF_16BE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\u05D0\u200F!", "😀", "{[]}"})
    void pitfall6AnyTextIsWritten(String text) {
        assertThat(submissions(text)).hasSize(1);
    }

    @Test
    void pitfall6ATextOf1600CharactersIsWritten() {
        assertThat(submissions("x".repeat(1_600))).hasSize(11);
    }

    @Test
    void aTextThatIsTooLongForAnyPhoneIsRejected() {
        assertThatThrownBy(() -> submissions("x".repeat(153 * 255 + 1)))
                .isInstanceOf(SendException.class)
                .hasMessage("the text is too long for any phone");
    }

    private List<Submission> submissions(String text) {
        return Submission.of(
                new OutgoingSms("m1", text, List.of("15550001"), Map.of()),
                SmppConfig.from(Settings.of("rapidsms.backends.test", settings)));
    }
}
