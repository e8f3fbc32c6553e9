package org.rapidsms.backend.http;

import jakarta.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;

/** How a value is written where it stands, so that nobody's text ends the place that it is in. */
enum Writing {
    /** Before the question mark of an address, where a plus sign is one. */
    PATH {
        @Override
        String of(String value) {
            return FORM.of(value).replace("+", "%20");
        }
    },
    /** In a query or a form. */
    FORM {
        @Override
        String of(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }
    },
    /** Between the quotes of a JSON string. */
    JSON {
        @Override
        String of(String value) {
            var quoted = Json.createValue(value).toString();
            return quoted.substring(1, quoted.length() - 1);
        }
    },
    /** In an element or an attribute; what XML cannot write is left out. */
    XML {
        @Override
        String of(String value) {
            return value.codePoints()
                    .filter(Writing::isXml)
                    .mapToObj(c -> isPlain(c) ? Character.toString(c) : "&#" + c + ";")
                    .collect(Collectors.joining());
        }
    },
    /** As it is. */
    PLAIN {
        @Override
        String of(String value) {
            return value;
        }
    };

    abstract String of(String value);

    /** How values are written in a body of this media type. */
    static Writing inBody(String type) {
        var lower = type.toLowerCase(Locale.ROOT);
        if (lower.startsWith("application/x-www-form-urlencoded")) {
            return FORM;
        }
        if (lower.contains("json")) {
            return JSON;
        }
        return lower.contains("xml") ? XML : PLAIN;
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= ' ' && c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF);
    }

    private static boolean isPlain(int c) {
        return c >= ' ' && "&<>\"'".indexOf(c) < 0;
    }
}
