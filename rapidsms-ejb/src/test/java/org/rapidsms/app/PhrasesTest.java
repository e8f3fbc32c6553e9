package org.rapidsms.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.app.echo.Echo;
import org.rapidsms.app.fallback.DefaultResponse;
import org.rapidsms.app.registration.Register;

/** The bundled apps speak six languages, and say the same in each. */
class PhrasesTest {

    private static final List<Class<?>> APPS =
            List.of(Echo.class, DefaultResponse.class, Register.class);

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "pt", "ar", "sw"})
    void everyPhraseIsThereInEveryLanguageWithTheSamePlaces(String language) throws IOException {
        for (var app : APPS) {
            var english = phrases(app, "");
            var other = phrases(app, "_" + language);
            assertThat(other.keySet()).as("%s in %s", app, language).isEqualTo(english.keySet());
            for (var key : english.stringPropertyNames()) {
                assertThat(other.getProperty(key).contains("{0}"))
                        .as("%s of %s in %s", key, app, language)
                        .isEqualTo(english.getProperty(key).contains("{0}"));
                assertThat(other.getProperty(key)).isNotEqualTo(english.getProperty(key));
            }
        }
    }

    private static Properties phrases(Class<?> app, String suffix) throws IOException {
        var phrases = new Properties();
        try (var stream = app.getResourceAsStream("phrases" + suffix + ".properties")) {
            assertThat(stream).as("%s %s", app, suffix).isNotNull();
            phrases.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return phrases;
    }

    @Test
    void aLanguageThatIsNotSpokenIsAnsweredInEnglish() {
        assertThat(Phrases.of(Register.class).in(Locale.GERMAN, "joined", "Ann"))
                .isEqualTo("Thank you for registering, Ann!");
    }

    @Test
    void aRegionIsAnsweredInItsLanguage() {
        assertThat(Phrases.of(Register.class).in(Locale.CANADA_FRENCH, "joinHelp"))
                .isEqualTo("Pour vous inscrire, envoyez JOIN <NOM>");
    }

    @Test
    void aPhraseThatIsNotThereIsAMistake() {
        assertThatThrownBy(() -> Phrases.of(Register.class).in(Locale.ENGLISH, "nonsense"))
                .isInstanceOf(MissingResourceException.class);
    }
}
