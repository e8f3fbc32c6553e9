package org.rapidsms.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What fields take and what they complain of. */
class FieldTest {

    private static final Map<String, Field<String>> FIELDS =
            Map.of(
                    "text", Field.<String>text("f", row -> row).most(5),
                    "required", Field.<String>text("f", row -> row).required(),
                    "number", Field.<String>number("f", row -> row.length()),
                    "lines", Field.<String>lines("f", row -> row),
                    "choice", Field.choice("f", () -> List.of(new Choice("a", "A")), row -> row));

    @ParameterizedTest
    @CsvSource({
        "text, '', ''",
        "text, abcde, ''",
        "text, abcdef, refused.tooLong",
        "text, 'a\tb', refused.strange",
        "lines, 'a\tb', ''",
        "lines, 'a\0b', refused.strange",
        "required, '', refused.missing",
        "required, x, ''",
        "number, 12, ''",
        "number, '', ''",
        "number, -1, refused.noNumber",
        "number, ١, refused.noNumber",
        "number, 1234567890123456789, refused.tooLong",
        "choice, a, ''",
        "choice, '', ''",
        "choice, b, refused.noChoice"
    })
    void complainsOfWhatCannotBe(String field, String typed, String key) {
        var entry = new Entry(typed.isEmpty() ? Map.of() : Map.of("f", List.of(typed)));

        assertThat(FIELDS.get(field).check(entry).stream().map(Refusal::key))
                .containsExactlyElementsOf(key.isEmpty() ? List.of() : List.of(key));
    }
}
