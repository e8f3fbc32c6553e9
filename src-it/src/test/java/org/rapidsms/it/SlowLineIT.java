package org.rapidsms.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What crosses a slow line is small; what gateways read is plain. */
@OnServer
class SlowLineIT {

    @ParameterizedTest
    @ValueSource(
            strings = {"/accounts/login/", "/jakarta.faces.resource/console.css.xhtml?ln=console"})
    void pagesAndStylesAreCompressed(String path) {
        assertThat(Server.get(path, "Accept-Encoding", "gzip").headers())
                .containsEntry("Content-Encoding", "gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/backend/http/?identity=15600001&text="})
    void answersToGatewaysAreNot(String path) {
        var answer = Server.get(path, "Accept-Encoding", "gzip");

        assertThat(answer.headers()).doesNotContainKey("Content-Encoding");
        assertThat(answer.body()).isEqualTo("OK");
    }
}
