package org.rapidsms.web.locations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rapidsms.location.MapConfig;
import org.rapidsms.location.Point;

class TilePolicyTest {

    private static final Point CENTRE = new Point(BigDecimal.ZERO, BigDecimal.ZERO);

    private final List<String> headers = new ArrayList<>();

    @Test
    void pagesMayFetchFromTheServerOfTilesAndNoOther() throws Exception {
        filter("https://tile.example:8443/{z}/{x}/{y}.png");
        assertThat(headers)
                .containsExactly(
                        "Content-Security-Policy: script-src 'self'"
                                + "; img-src 'self' https://tile.example:8443",
                        "X-Frame-Options: DENY");
    }

    @Test
    void withoutTilesNothingIsChanged() throws Exception {
        filter("");
        assertThat(headers)
                .containsExactly(
                        "Content-Security-Policy: script-src 'self'", "X-Frame-Options: DENY");
    }

    private void filter(String tiles) throws Exception {
        var policy = new TilePolicy();
        policy.config = new MapConfig(tiles, "", CENTRE);
        policy.doFilter(
                null,
                response(),
                (request, response) -> {
                    var http = (HttpServletResponse) response;
                    http.addHeader("Content-Security-Policy", "script-src 'self'");
                    http.setHeader("X-Frame-Options", "DENY");
                });
    }

    /** Only writes down headers. */
    private HttpServletResponse response() {
        return (HttpServletResponse)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {HttpServletResponse.class},
                        (proxy, method, values) -> {
                            assertThat(method.getName()).isIn("addHeader", "setHeader");
                            headers.add(values[0] + ": " + values[1]);
                            return null;
                        });
    }
}
