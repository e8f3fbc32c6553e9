package org.rapidsms.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The APIs of vendors, as far as a text needs them; each text has the id of its phone. */
final class Vendors extends LocalGateway {

    static final Vendors APIS = new Vendors();

    static final String TWILIOS_TOKEN = "12345";
    static final String SECRET = "between us two";

    private final List<Map<String, String>> texts = new CopyOnWriteArrayList<>();
    private final List<String> programs = new CopyOnWriteArrayList<>();

    private Vendors() {
        serve("/2010-04-01/Accounts/AC01/Messages.json", this::twilio);
        serve("/version1/messaging", this::africasTalking);
        serve("/1.0/sessions", this::tropo);
    }

    /** The settings of the backends {@code twilio}, {@code africastalking} and {@code tropo}. */
    String properties() {
        return """

        rapidsms.backends.twilio.engine=twilio
        rapidsms.backends.twilio.api-url=%1$s
        rapidsms.backends.twilio.account-sid=AC01
        rapidsms.backends.twilio.auth-token=%2$s
        rapidsms.backends.twilio.from=+1789
        rapidsms.backends.twilio.delivery-report-url=http://127.0.0.1:%3$d

        rapidsms.backends.africastalking.engine=africastalking
        rapidsms.backends.africastalking.api-url=%1$s
        rapidsms.backends.africastalking.username=rapid
        rapidsms.backends.africastalking.api-key=key
        rapidsms.backends.africastalking.secret=%4$s

        rapidsms.backends.tropo.engine=tropo
        rapidsms.backends.tropo.api-url=%1$s
        rapidsms.backends.tropo.messaging-token=%2$s
        rapidsms.backends.tropo.number=+1789
        """
                .formatted(address(""), TWILIOS_TOKEN, Ports.HTTP.number(), SECRET);
    }

    /** The fields of the calls that name this phone. */
    List<Map<String, String>> textsTo(String phone) {
        return texts.stream().filter(fields -> fields.containsValue(phone)).toList();
    }

    /** What sessions of Tropo were begun for. */
    List<String> programs() {
        return List.copyOf(programs);
    }

    private void twilio(HttpExchange exchange) throws IOException {
        var fields = read(exchange);
        answer(exchange, "{\"sid\":\"SM%s\",\"status\":\"queued\"}", fields.get("To"));
    }

    private void africasTalking(HttpExchange exchange) throws IOException {
        var fields = read(exchange);
        answer(
                exchange,
                "{\"SMSMessageData\":{\"Recipients\":[{\"statusCode\":101,\"number\":\"%1$s\","
                        + "\"status\":\"Success\",\"messageId\":\"AT%1$s\"}]}}",
                fields.get("to"));
    }

    private void tropo(HttpExchange exchange) throws IOException {
        programs.add(
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)
                        .replaceAll(".*\"program\":\"([^\"]*)\".*", "$1"));
        answer(exchange, "{\"success\":true}", "");
    }

    private Map<String, String> read(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var fields =
                Arrays.stream(form.split("&"))
                        .map(field -> field.split("=", 2))
                        .collect(
                                Collectors.toMap(
                                        field -> field[0],
                                        field -> URLDecoder.decode(field[1], UTF_8)));
        texts.add(fields);
        return fields;
    }

    private static void answer(HttpExchange exchange, String json, String phone)
            throws IOException {
        var body = json.formatted(phone).getBytes(UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
