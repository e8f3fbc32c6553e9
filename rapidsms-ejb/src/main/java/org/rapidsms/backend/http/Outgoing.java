package org.rapidsms.backend.http;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapidsms.backend.Gateway.Call;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.settings.Settings;

/**
 * How the gateway is called.
 *
 * @param address {@code outgoing-url}
 * @param method {@code outgoing-method}: GET, POST or PUT; by default GET if the address has places
 *     and there is no body, else POST
 * @param type {@code outgoing-content-type}: the body's media type, by which values in it are
 *     written; a form by default
 * @param body {@code outgoing-body}: by default a form with {@code identity} and {@code text}; for
 *     GET there is none
 * @param headers {@code outgoing-headers.*}
 * @param between {@code batch-join}: stands between the phones of one call, as it is
 * @param places what fills the templates
 * @param authentication {@code authentication} and what stands below it
 * @param timeout {@code timeout}: how long a call may take in all
 */
record Outgoing(
        Template address,
        String method,
        String type,
        Template body,
        Map<String, Template> headers,
        String between,
        Places places,
        Authentication authentication,
        Duration timeout) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FORM_BODY = "identity={identity}&text={text}";

    /** Ends whatever it is written in, if it is not written well. */
    private static final OutgoingSms SAMPLE =
            new OutgoingSms("m", "a \"b\" <c> & d\\", List.of("+a1", "+b2"), Map.of());

    static Outgoing from(Settings settings, Credentials credentials) {
        var address =
                Template.ofAddress(settings.text("outgoing-url"))
                        .knowing(Places.NAMES, settings, "outgoing-url");
        var body = settings.optional("outgoing-body");
        var usual = address.hasPlaces() && body.isEmpty() ? "GET" : "POST";
        var method = settings.text("outgoing-method", usual).toUpperCase(Locale.ROOT);
        if (!List.of("GET", "POST", "PUT").contains(method)) {
            throw settings.wrong(
                    "outgoing-method",
                    "must be GET, POST or PUT, not " + settings.text("outgoing-method"));
        }
        var type = settings.text("outgoing-content-type", FORM);
        var outgoing =
                new Outgoing(
                        address,
                        method,
                        type,
                        body(settings, method, type),
                        OutgoingHeaders.from(settings),
                        settings.text("batch-join", ","),
                        new Places(settings.text("from", ""), credentials),
                        Authentication.from(settings, credentials),
                        settings.time("timeout", Duration.ofSeconds(30)));
        outgoing.check(settings);
        return outgoing;
    }

    private static Template body(Settings settings, String method, String type) {
        var writing = Writing.inBody(type);
        var body = settings.optional("outgoing-body");
        if (method.equals("GET")) {
            if (body.isPresent()) {
                throw settings.wrong("outgoing-body", "is there, and a GET has no body");
            }
            return Template.of("", writing);
        }
        if (body.isEmpty() && writing != Writing.FORM) {
            throw settings.wrong("outgoing-body", "is required for " + type);
        }
        var source = Answer.orEmpty(body.orElse(FORM_BODY));
        return Template.of(source, writing).knowing(Places.NAMES, settings, "outgoing-body");
    }

    /** A call that comes out broken shall not wait for the first text to show it. */
    private void check(Settings settings) {
        var one = places.of(SAMPLE, SAMPLE.identities().subList(0, 1));
        settings.address("outgoing-url", source -> address.fill(one, between));
        var writing = Writing.inBody(type);
        if (!WellFormed.is(writing, body.fill(one, between))) {
            throw settings.wrong(
                    "outgoing-body",
                    "is no "
                            + writing
                            + " when its places are filled in"
                            + (writing == Writing.JSON ? "; they stand in quotes" : ""));
        }
        var two = places.of(SAMPLE, SAMPLE.identities());
        if (!WellFormed.is(writing, body.fill(two, between))) {
            throw settings.wrong(
                    "batch-join",
                    "spoils outgoing-body, which is no " + writing + " when there are two phones");
        }
        if (!WellFormed.isAddress(address.fill(two, between))) {
            throw settings.wrong("batch-join", "has what no address may have: write it as %20");
        }
    }

    Call call(OutgoingSms sms, List<String> phones) {
        var values = places.of(sms, phones);
        var to = address.fill(values, between);
        var content = body.fill(values, between);
        var all = new HashMap<String, String>();
        headers.forEach((name, value) -> all.put(name, header(value.fill(values, between))));
        all.putAll(authentication.headers(method, to, content));
        if (!content.isEmpty()) {
            all.put("Content-Type", type);
        }
        return new Call(method, URI.create(to), all, content, timeout);
    }

    /** A header has printable ASCII only. */
    private static String header(String value) {
        return value.replaceAll("[^ -~]", "?");
    }
}
