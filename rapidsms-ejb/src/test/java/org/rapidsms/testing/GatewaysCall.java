package org.rapidsms.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.rapidsms.backend.WebhookRequest;

/** Calls of a gateway, as tests write them; all to the address of the backend {@code test}. */
public final class GatewaysCall {

    private static final String ADDRESS = "https://sms.example.org/backend/test/";

    private GatewaysCall() {}

    public static WebhookRequest get(String action, String query) {
        return new WebhookRequest("GET", action, query, ADDRESS + action, Map.of(), new byte[0]);
    }

    public static WebhookRequest form(String action, String form) {
        return post(action, "application/x-www-form-urlencoded", form);
    }

    public static WebhookRequest json(String action, String object) {
        return post(action, "application/json", object);
    }

    private static WebhookRequest post(String action, String type, String body) {
        return new WebhookRequest(
                "POST",
                action,
                "",
                ADDRESS + action,
                Map.of("Content-Type", type),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with one more header. */
    public static WebhookRequest with(WebhookRequest call, String header, String value) {
        var headers = new TreeMap<>(call.headers());
        headers.put(header, value);
        return new WebhookRequest(
                call.method(), call.action(), call.query(), call.address(), headers, call.body());
    }

    /** The same to another address. */
    public static WebhookRequest at(WebhookRequest call, String address, String query) {
        return new WebhookRequest(
                call.method(), call.action(), query, address, call.headers(), call.body());
    }
}
