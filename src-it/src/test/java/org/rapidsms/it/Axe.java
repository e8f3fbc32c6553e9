package org.rapidsms.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Asks axe-core what a page keeps from people who hear it, or see it badly. */
final class Axe {

    private static final String SCRIPT = script();
    private static final String ASK =
            """
            const tell = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(found => tell(
                found.violations
                    .filter(one => one.impact === 'serious' || one.impact === 'critical')
                    .flatMap(one => one.nodes.map(node =>
                        one.id + ' at ' + node.target.join(' ') + ': ' + node.failureSummary))));
            """;

    private Axe() {}

    /** What is serious or critical. */
    @SuppressWarnings("unchecked")
    static List<String> complaints(Browser browser) {
        browser.driver().executeScript(SCRIPT);
        return (List<String>) browser.driver().executeAsyncScript(ASK);
    }

    private static String script() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
