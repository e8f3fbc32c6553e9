package org.rapidsms.backend;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rapidsms.settings.Secret;

/**
 * The one door to the outside. Engines inject it and open no connections of their own: deadlines,
 * limits and what may be reached are its business.
 */
public interface Gateway {

    /**
     * Makes one HTTP call. Redirects are not followed.
     *
     * @return the answer, whatever its status
     * @throws SendException {@link SendFailure#UNREACHABLE} if no connection could be made, {@link
     *     SendFailure#MISCONFIGURED} if the address may not be reached or the gateway cannot be
     *     trusted, {@link SendFailure#UNKNOWN} if the call was made and no answer came in time
     */
    Reply call(Call call);

    /**
     * Connects to a gateway that does not speak HTTP.
     *
     * @param tls whether to speak TLS; the gateway's certificate must then be good for {@code host}
     * @param timeout for connecting, and for each read of the socket
     * @return a connected socket, which the caller closes
     * @throws SendException {@link SendFailure#UNREACHABLE} if no connection could be made, {@link
     *     SendFailure#MISCONFIGURED} if the gateway may not be reached or cannot be trusted
     */
    Socket connect(String host, int port, boolean tls, Duration timeout);

    /**
     * What to call.
     *
     * @param method in capitals
     * @param address with its query, all escaped
     * @param headers by name
     * @param body empty for none
     * @param timeout for the whole call, from connecting to the last byte of the answer
     */
    record Call(
            String method,
            URI address,
            Map<String, String> headers,
            String body,
            Duration timeout) {

        /** Without headers and body. */
        public static Call get(URI address, Duration timeout) {
            return new Call("GET", address, Map.of(), "", timeout);
        }

        /** A form by POST. */
        public static Call form(URI address, Map<String, String> fields, Duration timeout) {
            var form =
                    new TreeMap<>(fields)
                            .entrySet().stream()
                                    .map(f -> escaped(f.getKey()) + "=" + escaped(f.getValue()))
                                    .collect(Collectors.joining("&"));
            var type = Map.of("Content-Type", "application/x-www-form-urlencoded");
            return new Call("POST", address, type, form, timeout);
        }

        /** A JSON object by POST. */
        public static Call json(URI address, JsonObject object, Duration timeout) {
            var type = Map.of("Content-Type", "application/json");
            return new Call("POST", address, type, object.toString(), timeout);
        }

        private static String escaped(String value) {
            return URLEncoder.encode(value, StandardCharsets.UTF_8);
        }

        /** The same with one more header. */
        public Call with(String header, String value) {
            var more = new TreeMap<>(headers);
            more.put(header, value);
            return new Call(method, address, more, body, timeout);
        }

        /** The same in somebody's name (RFC 7617). */
        public Call as(String user, Secret password) {
            var both = (user + ":" + password.value()).getBytes(StandardCharsets.UTF_8);
            return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }

        /** Without its query, which may hold passwords and what people wrote. */
        @Override
        public String toString() {
            return method + " " + address.getScheme() + "://" + address.getAuthority();
        }
    }

    /**
     * What was answered.
     *
     * @param body in UTF-8, cut after 64 KiB
     * @param retryAfter how long the gateway wants to be left alone: its {@code Retry-After} (RFC
     *     9110, section 10.2.3), at most an hour; empty if it gave none
     */
    record Reply(int status, String body, Optional<Duration> retryAfter) {

        /** Without {@code Retry-After}. */
        public Reply(int status, String body) {
            this(status, body, Optional.empty());
        }

        /** Whether the status is one of success. */
        public boolean isSuccess() {
            return status / 100 == 2;
        }

        /** The JSON object in the body; an empty one if there is none. */
        public JsonObject json() {
            try (var reader = Json.createReader(new StringReader(body))) {
                return reader.readObject();
            } catch (JsonException e) {
                return JsonValue.EMPTY_JSON_OBJECT;
            }
        }

        /**
         * What an answer means that is none of success, for a gateway that speaks HTTP properly.
         */
        public SendException failure() {
            return new SendException(
                    SendFailure.ofHttpStatus(status), "HTTP status " + status, retryAfter);
        }
    }
}
