package org.rapidsms.backend;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rapidsms.settings.Secret;

/**
 * A call of a gateway, before anything has been decoded.
 *
 * @param method in capitals
 * @param action what follows the backend's name in the address, without slashes at its ends; empty
 *     for a message
 * @param query the query string as it was sent, undecoded; empty if there was none
 * @param address what was called, without the query, as the gateway knows it: below {@code
 *     rapidsms.public-url} if that is set. Gateways sign it
 * @param headers by name, in any case
 * @param body its bytes; empty if there was none
 */
public record WebhookRequest(
        String method,
        String action,
        String query,
        String address,
        Map<String, String> headers,
        byte[] body) {

    private static final String FORM = "application/x-www-form-urlencoded";

    public WebhookRequest {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /**
     * Insists on one of these methods.
     *
     * @throws BadWebhookException 405, naming them
     */
    public void allow(String... methods) {
        if (!List.of(methods).contains(method)) {
            throw BadWebhookException.method(List.of(methods));
        }
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The parameters of the query. */
    public Parameters queryParameters() {
        return Parameters.parse(query);
    }

    /** What the call says: by the query of a GET, else by the form or JSON object in the body. */
    public Parameters parameters() {
        if (method.equals("GET")) {
            return queryParameters();
        }
        return isForm() ? formParameters() : Parameters.of(json());
    }

    /**
     * Insists on a secret in the query, in the parameter {@code secret}: for gateways that sign
     * nothing.
     *
     * @throws BadWebhookException 403
     */
    public void insistOn(Secret secret) {
        if (!secret.is(queryParameters().text("secret").orElse(""))) {
            throw BadWebhookException.refused();
        }
    }

    /** The body in UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * The JSON object in the body, whatever type it is said to be.
     *
     * @throws BadWebhookException if there is none
     */
    public JsonObject json() {
        try (var reader = Json.createReader(new StringReader(text()))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new BadWebhookException("the body is no JSON object");
        }
    }

    /**
     * The fields of the form in the body.
     *
     * @return none if the body holds no form
     */
    public Parameters formParameters() {
        return isForm() ? Parameters.parse(body) : Parameters.parse("");
    }

    private boolean isForm() {
        return header("Content-Type").filter(type -> type.startsWith(FORM)).isPresent();
    }
}
