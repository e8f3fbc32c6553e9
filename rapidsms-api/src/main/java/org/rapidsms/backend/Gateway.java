package org.rapidsms.backend;

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
     *     SendFailure#UNKNOWN} if the call was made and no answer came in time
     */
    Reply call(Call call);

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
    }
}
