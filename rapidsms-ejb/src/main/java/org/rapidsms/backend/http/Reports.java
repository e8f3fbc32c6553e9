package org.rapidsms.backend.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.DeliveryReport.State;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Settings;

/**
 * How the gateway reports what became of a text.
 *
 * @param id {@code report-id}: the gateway's id of it, as it was in the answer; or {@code
 *     report-message-id}: ours, as it was in the place {@code {message-id}}
 * @param isOurs whether the id is ours
 * @param identity {@code report-identity}: the phone
 * @param status {@code report-status}: how far it has come, in a word
 * @param words {@code report-delivered}, {@code report-failed} and {@code report-sent}: what the
 *     words mean, in small letters
 */
record Reports(
        Field id,
        boolean isOurs,
        Optional<Field> identity,
        Field status,
        Map<String, State> words) {

    private static final Map<State, String> USUAL =
            Map.of(
                    State.DELIVERED, "delivered, delivrd, read",
                    State.FAILED,
                            "failed, undelivered, undeliv, rejected, rejectd, expired, deleted",
                    State.SENT, "sent, accepted, acceptd, enroute, buffered, queued, submitted");

    /** Empty if the gateway reports nothing. */
    static Optional<Reports> from(Settings settings) {
        var theirs = Field.from(settings, "report-id");
        var ours = Field.from(settings, "report-message-id");
        if (theirs.isPresent() && ours.isPresent()) {
            throw settings.wrong("report-message-id", "is there, and report-id too");
        }
        return theirs.or(() -> ours).map(id -> from(settings, id, ours.isPresent()));
    }

    private static Reports from(Settings settings, Field id, boolean isOurs) {
        var identity = Field.from(settings, "report-identity");
        if (isOurs && identity.isEmpty()) {
            // One name of ours is that of a text to many.
            throw settings.wrong("report-identity", "is required, as report-message-id is there");
        }
        settings.text("report-status");
        return new Reports(
                id,
                isOurs,
                identity.map(field -> field.like(id, settings, "report-identity")),
                Field.from(settings, "report-status", "").like(id, settings, "report-status"),
                words(settings));
    }

    private static Map<String, State> words(Settings settings) {
        var words = new HashMap<String, State>();
        for (var state : State.values()) {
            var setting = "report-" + state.name().toLowerCase(Locale.ROOT);
            for (var word : list(settings.text(setting, ""))) {
                if (words.put(word, state) != null) {
                    throw settings.wrong(
                            setting, "has a word twice, or one of another list: " + word);
                }
            }
        }
        USUAL.forEach(
                (state, usual) -> list(usual).forEach(word -> words.putIfAbsent(word, state)));
        return words;
    }

    private static List<String> list(String words) {
        return Arrays.stream(words.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What a call reports; empty if it says it in a word that is not known. */
    Optional<DeliveryReport> read(WebhookRequest call) {
        var fields = Fields.of(call, id);
        var named = fields.notBlank(id);
        var phone = identity.map(fields::notBlank).orElse("");
        var word = fields.required(status).strip();
        return Optional.ofNullable(words.get(word.toLowerCase(Locale.ROOT)))
                .map(
                        state ->
                                isOurs
                                        ? new DeliveryReport(named, phone, state, word)
                                        : new DeliveryReport(
                                                "", phone, List.of(named), state, word));
    }
}
