package org.rapidsms.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rapidsms.text.Segments;

/** What a browser counts while somebody types is what the server counts afterwards. */
class SegmentsScriptTest {

    private static final String SCRIPT =
            Pages.read(Path.of("src/main/webapp/resources/console/segments.js"));

    @Test
    void bothKnowTheSameLetters() {
        assertThat(letters("basic")).isEqualTo(lettersOf(1));
        assertThat(letters("extension")).isEqualTo(lettersOf(2));
    }

    @Test
    void bothKnowTheSameLimits() {
        assertThat(limits("gsm")).isEqualTo(limitsOf("a"));
        assertThat(limits("ucs")).isEqualTo(limitsOf("ም"));
    }

    private static List<Integer> letters(String variable) {
        var literal = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\"");
        return literal.matcher(value(variable))
                .results()
                .map(match -> match.group(1).translateEscapes())
                .collect(Collectors.joining())
                .chars()
                .sorted()
                .boxed()
                .toList();
    }

    private static List<Integer> lettersOf(int septets) {
        return IntStream.range(0, Character.MIN_SURROGATE)
                .filter(c -> segments(c).encoding().words().equals("GSM-7"))
                .filter(c -> segments(c).units() == septets)
                .boxed()
                .toList();
    }

    private static Segments segments(int c) {
        return Segments.of(Character.toString(c));
    }

    private static String limits(String variable) {
        return value(variable);
    }

    private static String limitsOf(String letter) {
        var one = Segments.of(letter);
        var two = Segments.of(letter.repeat(one.room() + 1));
        return "{ words: \"%s\", alone: %d, oneOfMany: %d }"
                .formatted(one.encoding().words(), one.room(), two.room() / 2);
    }

    private static String value(String variable) {
        var declared = Pattern.compile("(?s)var " + variable + " = (.*?);\n").matcher(SCRIPT);
        assertThat(declared.find()).isTrue();
        return declared.group(1);
    }
}
