package org.rapidsms.backend.clickatell;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rapidsms.backend.Gateway.Call;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.clickatell.ClickatellConfig.Login;
import org.rapidsms.text.Segments;

/** Clickatell's HTTP API, from before its platform. It answers with lines, and always with 200. */
record OlderApi(ClickatellConfig config, Login login) implements ClickatellApi {

    private static final Pattern LINE =
            Pattern.compile("(?m)^(ID|ERR): (\\w+)[^\\n]*?(?: To: (\\S+))?\\s*$");

    /** What means the same in GSM 7-bit, in Latin-1 and in UTF-8. */
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9 \\r\\n!\"#%&'()*+,./:;<=>?-]*");

    @Override
    public Call call(OutgoingSms sms) {
        boolean plain = PLAIN.matcher(sms.text()).matches();
        var fields = new HashMap<String, String>();
        fields.put("user", login.user());
        fields.put("password", login.password().value());
        fields.put("api_id", login.apiId());
        fields.put("to", String.join(",", numbers(sms)));
        fields.put("text", plain ? sms.text() : hex(sms.text()));
        fields.put("unicode", plain ? "0" : "1");
        fields.put("concat", String.valueOf(Math.max(1, parts(sms.text(), plain))));
        config.from().ifPresent(from -> fields.put("from", from));
        return Call.form(config.service(), fields, config.timeout());
    }

    private static List<String> numbers(OutgoingSms sms) {
        return sms.identities().stream().map(ClickatellApi::number).toList();
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    }

    /** Without being told, Clickatell cuts a text after the first. */
    private static int parts(String text, boolean plain) {
        return plain ? Segments.of(text).count() : (text.length() + 66) / 67;
    }

    @Override
    public List<Outcome> outcomes(OutgoingSms sms, Reply reply) {
        if (!reply.isSuccess()) {
            throw reply.failure();
        }
        return LINE.matcher(reply.body())
                .results()
                .flatMap(line -> outcome(sms, line.group(1), line.group(2), line.group(3)).stream())
                .toList();
    }

    private static Optional<Outcome> outcome(
            OutgoingSms sms, String kind, String value, String number) {
        if (number == null && kind.equals("ERR")) {
            throw new SendException(failure(value), "error " + value);
        }
        return identity(sms, number)
                .map(
                        identity ->
                                kind.equals("ID")
                                        ? Outcome.sent(identity, value)
                                        : Outcome.failed(
                                                identity, failure(value), "error " + value));
    }

    /** A line about the only phone does not name it. */
    private static Optional<String> identity(OutgoingSms sms, String number) {
        if (number != null) {
            return sms.identity(number);
        }
        return Optional.of(sms.identities().get(0)).filter(only -> sms.identities().size() == 1);
    }

    private static SendFailure failure(String code) {
        return switch (code) {
            case "001", "002", "004", "005" -> SendFailure.MISCONFIGURED; // login, account frozen
            case "007", "108", "110" -> SendFailure.MISCONFIGURED; // IP lockdown, API id
            case "003", "901" -> SendFailure.UNREACHABLE; // session expired, internal error
            case "115", "130" -> SendFailure.THROTTLED; // quotas
            case "122" -> SendFailure.OPTED_OUT; // destination mobile opted out
            case "301", "302" -> SendFailure.NO_CREDIT; // no credit left
            // 101 to 116 parameters, 105, 114, 120, 128 destinations, 113 too many parts,
            // 121 blocked by Clickatell, 201 and 202 batches, and others
            default -> SendFailure.REJECTED;
        };
    }
}
