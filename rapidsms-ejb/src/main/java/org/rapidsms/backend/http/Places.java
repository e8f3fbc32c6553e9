package org.rapidsms.backend.http;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rapidsms.backend.OutgoingSms;

/**
 * What fills the places of the templates.
 *
 * @param from {@code from}: who the gateway shall say that it is from
 * @param credentials who we are to the gateway
 */
record Places(String from, Credentials credentials) {

    static final Set<String> NAMES =
            Set.of(
                    "identity",
                    "identity-no-plus",
                    "text",
                    "text-hex",
                    "message-id",
                    "external-id",
                    "in-response-to",
                    "from",
                    "username",
                    "password",
                    "token");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /** By name; several for that of the phones. */
    Map<String, List<String>> of(OutgoingSms sms, List<String> phones) {
        var values = new HashMap<String, List<String>>();
        values.put("identity", phones);
        values.put(
                "identity-no-plus",
                phones.stream().map(phone -> phone.replaceFirst("^\\+", "")).toList());
        values.put("text", List.of(sms.text()));
        values.put("text-hex", List.of(HEX.formatHex(sms.text().getBytes(UTF_16BE))));
        values.put("message-id", List.of(sms.messageId()));
        values.put("external-id", List.of(sms.context().getOrDefault("external_id", "")));
        values.put("in-response-to", List.of(sms.context().getOrDefault("in_response_to", "")));
        values.put("from", List.of(from));
        values.put("username", List.of(credentials.username()));
        values.put("password", List.of(Credentials.value(credentials.password())));
        values.put("token", List.of(Credentials.value(credentials.token())));
        return values;
    }
}
