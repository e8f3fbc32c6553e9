package org.rapidsms.web.httptester;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapidsms.web.httptester.TextFile.NotUtf8Exception;

class TextFileTest {

    @Test
    void eachLineIsAMessage() throws Exception {
        assertThat(read("one\ntwo\nthree\n")).containsExactly("one", "two", "three");
    }

    @Test
    void theLastLineNeedsNoEnd() throws Exception {
        assertThat(read("one\ntwo")).containsExactly("one", "two");
    }

    @Test
    void blankLinesAreEmptyMessages() throws Exception {
        assertThat(read("a\n\n\nb\n")).containsExactly("a", "", "", "b");
    }

    @Test
    void windowsEndsItsLinesInItsOwnWay() throws Exception {
        assertThat(read("a\r\n\r\nb\r\n")).containsExactly("a", "", "b");
    }

    @Test
    void onlyTheCarriageReturnAtTheEndIsTheFiles() throws Exception {
        assertThat(read("a\rb\r\r\n")).containsExactly("a\rb\r");
    }

    @Test
    void aMarkOfTheByteOrderIsNoText() throws Exception {
        assertThat(read("\uFEFFjoin\n\uFEFFjoin\n")).containsExactly("join", "\uFEFFjoin");
    }

    @Test
    void everyScriptIsRead() throws Exception {
        assertThat(read("مرحبا\n😀\n")).containsExactly("مرحبا", "😀");
    }

    @Test
    void anEmptyFileHasNoMessages() throws Exception {
        assertThat(read("")).isEmpty();
    }

    @Test
    void theLineThatIsNotUtf8IsNamed() {
        var file = "good\ncafé\n".getBytes(ISO_8859_1);

        var thrown = catchThrowableOfType(NotUtf8Exception.class, () -> TextFile.read(file));

        assertThat(thrown.line()).isEqualTo(2);
    }

    private static List<String> read(String file) throws NotUtf8Exception {
        return TextFile.read(file.getBytes(UTF_8));
    }
}
