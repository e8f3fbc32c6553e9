package org.rapidsms.it;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A gateway with manners of its own: Jasmin's form, hexadecimal texts and quoted ids. */
final class JasminGateway extends LocalGateway {

    /** The gateway of the backend {@code jasmin}. */
    static final JasminGateway GATEWAY = new JasminGateway();

    private final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();

    private JasminGateway() {
        serve("/send", this::take);
    }

    String address() {
        return address("/send");
    }

    /** Jasmin's id of the texts of one phone. */
    static String idOf(String phone) {
        return "07033084-5cfd-4812-90a4-" + phone;
    }

    List<String> textsTo(String phone) {
        return forms.stream()
                .filter(form -> phone.equals(form.get("to")))
                .map(form -> HexFormat.of().parseHex(form.get("hex-content")))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_16BE))
                .toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var form =
                Arrays.stream(body.split("&"))
                        .map(field -> field.split("=", 2))
                        .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        forms.add(form);
        var answer = "Success \"%s\"".formatted(idOf(form.get("to")));
        exchange.sendResponseHeaders(200, answer.length());
        try (var output = exchange.getResponseBody()) {
            output.write(answer.getBytes(StandardCharsets.UTF_8));
        }
    }
}
