package org.rapidsms.web.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/messagelog/", "/messagelog/?before=3", "/httptester/256772/"})
    void ourPagesAreFollowed(String path) {
        assertThat(LocalPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "evil.example",
                "messagelog/",
                "/\t/evil.example",
                "/\r\nLocation: https://evil.example/",
                " /messagelog/"
            })
    void otherSitesAreNot(String path) {
        assertThat(LocalPath.of(path)).isEqualTo("/");
    }

    @Test
    void theLoginCarriesThePageThatWasWanted() {
        assertThat(LocalPath.login("/messagelog/?before=3&x=ä"))
                .isEqualTo("/accounts/login/?next=%2Fmessagelog%2F%3Fbefore%3D3%26x%3D%C3%A4");
    }
}
