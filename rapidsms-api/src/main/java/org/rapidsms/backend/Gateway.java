package org.rapidsms.backend;

import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

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

        /**
         * What an answer means that is none of success, for a gateway that speaks HTTP properly.
         */
        public SendException failure() {
            return new SendException(
                    SendFailure.ofHttpStatus(status), "HTTP status " + status, retryAfter);
        }
    }
}
