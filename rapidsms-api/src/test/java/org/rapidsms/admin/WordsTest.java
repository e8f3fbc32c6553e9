package org.rapidsms.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model says that has no words of its own. */
class WordsTest {

    @ParameterizedTest
    @CsvSource({
        "en, title, Health posts",
        "en, one, Health post",
        "en, createdOn, Created",
        "en, peopleLivingThere, People living there",
        "en, status.QUEUED, Queued",
        "en, colour.DARK_BLUE, Dark blue",
        "en, name.hint, ''",
        "en, It is wrong., It is wrong.",
        "fr, createdOn, Créé",
        "sw, createdOn, Created"
    })
    void makesThemOfTheKeyOrTakesThoseOfAll(String language, String key, String words) {
        assertThat(Words.of(Choice.class, "health-posts", key, Locale.forLanguageTag(language)))
                .isEqualTo(words);
    }
}
