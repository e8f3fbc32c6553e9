package org.rapidsms.backend;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a query, a form ({@code application/x-www-form-urlencoded}, WHATWG URL §5) or a JSON object
 * says, by name. It is kept as bytes: what their charset is, a gateway may say in another
 * parameter.
 */
public final class Parameters {

    private static final int MOST = 100;

    private final Map<String, byte[]> values = new HashMap<>();

    private Parameters() {}

    /**
     * Reads a query or a form.
     *
     * @throws BadWebhookException if a percent sign is not followed by two hexadecimal digits, a
     *     name comes twice, or there are more than 100
     */
    public static Parameters parse(String encoded) {
        return parse(encoded.getBytes(StandardCharsets.UTF_8));
    }

    static Parameters parse(byte[] encoded) {
        var parameters = new Parameters();
        int start = 0;
        for (int i = 0; i <= encoded.length; i++) {
            if (i == encoded.length || encoded[i] == '&') {
                parameters.add(encoded, start, i);
                start = i + 1;
            }
        }
        return parameters;
    }

    /**
     * Reads the strings, numbers, and flags of a JSON object; those of an object within it are
     * named as in {@code status.name}.
     */
    public static Parameters of(JsonObject object) {
        var parameters = new Parameters();
        parameters.add("", object);
        return parameters;
    }

    /** Reads the JSON objects of an array that a JSON object holds; none if it does not. */
    public static List<Parameters> list(JsonObject object, String name) {
        return object.get(name) instanceof JsonArray array
                ? array.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(each -> of(each.asJsonObject()))
                        .toList()
                : List.of();
    }

    private void add(String prefix, JsonObject object) {
        object.forEach(
                (name, value) -> {
                    switch (value.getValueType()) {
                        case OBJECT -> add(prefix + name + ".", value.asJsonObject());
                        case STRING -> add(prefix + name, ((JsonString) value).getString());
                        case NUMBER, TRUE, FALSE -> add(prefix + name, value.toString());
                        case ARRAY, NULL -> {}
                    }
                });
    }

    private void add(String name, String value) {
        values.put(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] encoded, int start, int end) {
        if (start == end) {
            return;
        }
        int equals = start;
        while (equals < end && encoded[equals] != '=') {
            equals++;
        }
        var name = new String(decode(encoded, start, equals), StandardCharsets.UTF_8);
        if (values.putIfAbsent(name, decode(encoded, Math.min(equals + 1, end), end)) != null) {
            throw new BadWebhookException(printable(name) + " is there twice");
        }
        if (values.size() > MOST) {
            throw new BadWebhookException("there are more than " + MOST + " parameters");
        }
    }

    private static byte[] decode(byte[] encoded, int start, int end) {
        var bytes = new ByteArrayOutputStream(end - start);
        for (int i = start; i < end; i++) {
            if (encoded[i] == '%') {
                bytes.write(hex(encoded, i + 1, end) << 4 | hex(encoded, i + 2, end));
                i += 2;
            } else {
                bytes.write(encoded[i] == '+' ? ' ' : encoded[i]);
            }
        }
        return bytes.toByteArray();
    }

    private static int hex(byte[] encoded, int at, int end) {
        int digit = at < end ? Character.digit(encoded[at], 16) : -1;
        if (digit < 0) {
            throw new BadWebhookException(
                    "a percent sign is not followed by two hexadecimal digits");
        }
        return digit;
    }

    /** Names come from outside: nobody shall forge a line of ours with them. */
    private static String printable(String name) {
        var shown = name.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        return shown.substring(0, Math.min(shown.length(), 40));
    }

    /** All of them in UTF-8, by name in the order of the characters: as most gateways sign. */
    public SortedMap<String, String> all() {
        var all = new TreeMap<String, String>();
        values.forEach((name, value) -> all.put(name, new String(value, StandardCharsets.UTF_8)));
        return all;
    }

    /** The first of some parameters that is there and not blank, in UTF-8; empty if none is. */
    public Optional<String> first(String... names) {
        return Stream.of(names)
                .flatMap(name -> text(name).stream())
                .filter(v -> !v.isBlank())
                .findFirst();
    }

    /** The bytes of a parameter; empty if it is not there. */
    public Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(values.get(name)).map(byte[]::clone);
    }

    /** A parameter in UTF-8; empty if it is not there. */
    public Optional<String> text(String name) {
        return text(name, StandardCharsets.UTF_8);
    }

    /** A parameter in some charset, what cannot be decoded replaced by U+FFFD. */
    public Optional<String> text(String name, Charset charset) {
        return bytes(name).map(bytes -> new String(bytes, charset));
    }

    /**
     * A parameter that must be there, in UTF-8; may be empty.
     *
     * @throws BadWebhookException if it is not there
     */
    public String required(String name) {
        return text(name).orElseThrow(() -> new BadWebhookException(name + " is required"));
    }

    /**
     * A parameter that must say something, without spaces at its ends.
     *
     * @throws BadWebhookException if it is not there or blank
     */
    public String notBlank(String name) {
        var value = required(name).strip();
        if (value.isEmpty()) {
            throw new BadWebhookException(name + " is required and may not be blank");
        }
        return value;
    }
}
