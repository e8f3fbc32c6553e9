package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a table comes out of a source. */
class SettingsTableTest {

    @TempDir Path engine;

    @Test
    void aRowForEachSetting() throws IOException {
        write(
                "@param url {@code the-url}: where to; {@code {text}}\n *     is filled in | escaped");
        assertThat(SettingsTable.of(engine))
                .isEqualTo(
                        "| setting | |\n|---|---|\n| `the-url` | where to; `{text}` is filled in \\| escaped |\n");
    }

    @Test
    void severalNamesMayStandFirst() throws IOException {
        write("@param url {@code the-url}, {@code port} and {@code tls}: where to");
        assertThat(SettingsTable.of(engine)).contains("| `the-url`, `port`, `tls` | where to |");
    }

    @Test
    void aNameMayStandAlone() throws IOException {
        write("@param url {@code the-url}");
        assertThat(SettingsTable.of(engine)).contains("| `the-url` |  |");
    }

    @Test
    void namesMayStandInTheSentenceIfTheyAreRead() throws IOException {
        write("@param url below {@code the-url}, else as {@code nobody} says");
        assertThat(SettingsTable.of(engine))
                .contains("| `the-url` | below `the-url`, else as `nobody` says |");
    }

    @Test
    void aDefaultIsNoName() throws IOException {
        write("@param url below {@code the-url}, which is {@code its-default}");
        assertThat(SettingsTable.names(engine)).containsExactly("the-url");
    }

    @Test
    void recordsOfTheSamePackageAreLookedInto() throws IOException {
        write(
                "@param url by what is called\n * @param other too",
                "Optional<Outgoing> url, Outgoing other");
        Files.writeString(
                engine.resolve("Outgoing.java"),
                """
                /**
                 * How.
                 *
                 * @param way {@code the-url}: the way
                 */
                record Outgoing(String way) {}
                """);
        assertThat(SettingsTable.of(engine)).containsOnlyOnce("| `the-url` | the way |");
    }

    @Test
    void aSettingThatIsReadIsNamedTooThoughNobodySpeaksOfIt() throws IOException {
        write("@param url {@code other}: words");
        assertThat(SettingsTable.names(engine)).containsExactly("other", "the-url");
    }

    private void write(String param) throws IOException {
        write(param, "URI url");
    }

    private void write(String param, String components) throws IOException {
        Files.writeString(
                engine.resolve("OurConfig.java"),
                """
                /**
                 * The settings.
                 *
                 * %s
                 */
                record OurConfig(%s) {
                    static OurConfig from(Settings settings) {
                        return new OurConfig(settings.text("the-url", "its-default"));
                    }
                }
                """
                        .formatted(param, components));
    }
}
