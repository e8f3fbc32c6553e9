package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a query or a form, and what of one that somebody has forged. */
class ParametersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a=1&b=2,2", "b=a+b,a b", "b=%2B1,+1", "b=h%C3%A9,hé", "b=x%3Dy%26z,x=y&z",
                "&&b=1&,1", "b=a=b,a=b", "%62=1,1", "b=%F0%9F%98%80,😀", "b=%ff,\uFFFD",
            })
    void reads(String query, String b) {
        assertThat(Parameters.parse(query).text("b")).contains(b);
    }

    @Test
    void tellsEmptyFromMissing() {
        assertThat(Parameters.parse("a=&b").text("a")).contains("");
        assertThat(Parameters.parse("a=&b").text("b")).contains("");
        assertThat(Parameters.parse("a=&b").text("c")).isEmpty();
        assertThat(Parameters.parse("").text("c")).isEmpty();
    }

    @Test
    void keepsTheBytes() {
        var parameters = Parameters.parse("t=%063%06D%00+%D8%3D%DE%00");
        assertThat(parameters.text("t", StandardCharsets.UTF_16BE)).contains("سل 😀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "%=1", "a=%4&b=1"})
    void refusesAPercentSignThatMeansNothing(String query) {
        assertThatThrownBy(() -> Parameters.parse(query))
                .isInstanceOf(BadWebhookException.class)
                .hasMessageContaining("percent sign");
    }

    @Test
    void refusesANameThatComesTwiceWithoutRepeatingWhatItHolds() {
        assertThatThrownBy(() -> Parameters.parse("te%0Axt=a&te%0Axt=b"))
                .isInstanceOf(BadWebhookException.class)
                .hasMessage("form failed to validate: te?xt is there twice");
    }

    @Test
    void refusesHundredsOfParameters() {
        var many =
                IntStream.range(0, 101)
                        .mapToObj(i -> "p" + i + "=")
                        .collect(Collectors.joining("&"));
        assertThatThrownBy(() -> Parameters.parse(many)).hasMessageContaining("more than 100");
    }

    @Test
    void saysWhatIsMissing() {
        var parameters = Parameters.parse("id=++&text=");
        assertThatThrownBy(() -> parameters.required("x"))
                .hasMessage("form failed to validate: x is required");
        assertThatThrownBy(() -> parameters.notBlank("id"))
                .hasMessage("form failed to validate: id is required and may not be blank");
        assertThat(parameters.required("text")).isEmpty();
    }

    @Test
    void readsAJsonObjectAndWhatLiesWithin() {
        var json = json("{'a':'x','n':1.50,'t':true,'z':null,'l':[1],'s':{'id':7,'o':{'p':'q'}}}");

        assertThat(Parameters.of(json).all())
                .containsExactly(
                        Map.entry("a", "x"),
                        Map.entry("n", "1.50"),
                        Map.entry("s.id", "7"),
                        Map.entry("s.o.p", "q"),
                        Map.entry("t", "true"));
    }

    @Test
    void readsTheObjectsOfAnArrayAndPassesOverWhatIsNone() {
        var json = json("{'l':[{'a':1},2,null,{'a':3}],'s':'x'}");

        assertThat(Parameters.list(json, "l"))
                .extracting(each -> each.required("a"))
                .containsExactly("1", "3");
        assertThat(Parameters.list(json, "s")).isEmpty();
        assertThat(Parameters.list(json, "none")).isEmpty();
    }

    @Test
    void findsTheFirstThatSaysSomething() {
        var parameters = Parameters.parse("a=+&b=2&c=3");

        assertThat(parameters.first("x", "a", "b", "c")).contains("2");
        assertThat(parameters.first("x", "a")).isEmpty();
    }

    private static JsonObject json(String text) {
        return new Gateway.Reply(200, text.replace('\'', '"')).json();
    }

    @Test
    void trimsWhatMayNotBeBlank() {
        assertThat(Parameters.parse("id=+1+").notBlank("id")).isEqualTo("1");
    }
}
