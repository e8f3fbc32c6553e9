package org.rapidsms.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that shows how a backend is written shows one that compiles and passes. */
class YourOwnPageTest {

    private static final Path CODE = Path.of("src/test/java/com/example/pigeon");
    private static final Pattern SHOWN = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"PigeonEngine", "PigeonBackend", "PigeonTest"})
    void showsTheCodeThatIsRun(String type) throws IOException {
        assertThat(shown()).contains(Files.readString(CODE.resolve(type + ".java")));
    }

    @Test
    void showsNoOtherCode() throws IOException {
        assertThat(shown()).hasSize(3);
    }

    @Test
    void theBackendIsShort() throws IOException {
        assertThat(Files.readAllLines(CODE.resolve("PigeonBackend.java")))
                .filteredOn(line -> !line.startsWith("import") && !line.isBlank())
                .hasSizeLessThanOrEqualTo(60);
    }

    private static List<String> shown() throws IOException {
        var page = Files.readString(Path.of("../docs/backends/your-own.md"));
        return SHOWN.matcher(page).results().map(block -> block.group(1)).toList();
    }
}
