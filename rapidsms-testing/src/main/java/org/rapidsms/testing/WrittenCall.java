package org.rapidsms.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.WebhookRequest;

/**
 * An HTTP call as it stands in a table: on one line, or with headers as it is on the wire.
 *
 * @param method in capitals
 * @param target what follows it: an address, or a part of one
 * @param headers by name, in small letters; none if it is written on one line
 * @param body without spaces at its ends
 */
record WrittenCall(String method, String target, Map<String, String> headers, String body) {

    static WrittenCall of(String written) {
        var lines = written.strip().split("\\R", 2);
        var first = lines[0].strip().split(" ", 2);
        var rest = first.length > 1 ? first[1].strip() : "";
        if (lines.length > 1) {
            return withHeaders(first[0], rest, lines[1].split("\\R[ \\t]*\\R|^[ \\t]*\\R", 2));
        }
        if (first[0].equals("GET")) {
            return new WrittenCall("GET", rest, Map.of(), "");
        }
        if (isBody(rest)) {
            return new WrittenCall(first[0], "", Map.of(), rest);
        }
        var parts = rest.split(" ", 2);
        var body = parts.length > 1 ? parts[1].strip() : "";
        return new WrittenCall(first[0], parts[0], Map.of(), body);
    }

    /** {@code a=b} is a form, {@code ?a=b} and {@code status?a=b} are not. */
    private static boolean isBody(String rest) {
        var word = rest.split(" ", 2)[0];
        return rest.matches("(?s)[{\\[<].*") || word.matches("(?!https?:)[^?]*=.*");
    }

    private static WrittenCall withHeaders(String method, String target, String[] headersAndBody) {
        var headers = new TreeMap<String, String>();
        for (var line : headersAndBody[0].lines().toList()) {
            var header = line.strip().split(": ?", 2);
            if (header.length < 2) {
                throw new IllegalArgumentException("this is no header: " + line);
            }
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
        }
        var body = headersAndBody.length > 1 ? headersAndBody[1].strip() : "";
        return new WrittenCall(method, target, headers, body);
    }

    /** Calls that a backend made, with headers where the expected ones have some. */
    static List<String> told(List<Gateway.Call> made, List<WrittenCall> expected) {
        return IntStream.range(0, made.size())
                .mapToObj(
                        i ->
                                of(
                                        made.get(i),
                                        i < expected.size() && !expected.get(i).headers.isEmpty()))
                .map(WrittenCall::toString)
                .toList();
    }

    private static WrittenCall of(Gateway.Call made, boolean withHeaders) {
        var headers = new TreeMap<String, String>();
        if (withHeaders) {
            made.headers()
                    .forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        }
        return new WrittenCall(
                made.method(), made.address().toString(), headers, made.body().strip());
    }

    /** What a backend sees if a gateway calls it so. */
    WebhookRequest request() {
        var parts = target.split("\\?", 2);
        var all = new TreeMap<>(headers);
        if (!body.isEmpty()) {
            all.putIfAbsent("content-type", likelyType());
        }
        return new WebhookRequest(
                method,
                parts[0].replaceAll("/+$", ""),
                parts.length > 1 ? parts[1] : "",
                BackendTable.ADDRESS + parts[0],
                all,
                body.getBytes(StandardCharsets.UTF_8));
    }

    private String likelyType() {
        return switch (body.charAt(0)) {
            case '{', '[' -> "application/json";
            case '<' -> "text/xml";
            default -> "application/x-www-form-urlencoded";
        };
    }

    @Override
    public String toString() {
        var first = method + " " + target;
        if (headers.isEmpty()) {
            return (first + " " + body).strip();
        }
        return headers.entrySet().stream()
                .map(header -> "\n" + header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("", first, body.isEmpty() ? "" : "\n\n" + body));
    }
}
