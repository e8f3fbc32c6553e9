package org.rapidsms.testing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/**
 * What a line of a table begins with: settings, passwords among them, and what the gateway says.
 *
 * @param secrets names of settings whose values may be seen nowhere
 */
record Line(
        Map<String, String> settings,
        Set<String> secrets,
        Map<String, List<Supplier<Reply>>> answers) {

    static final Line EMPTY = new Line(Map.of(), Set.of(), Map.of());

    private static final String USUAL_SECRETS = "(?i).*(password|secret|token|key)";

    Line setting(String name, String value) {
        var more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new Line(more, secrets, answers);
    }

    Line without(String name) {
        var less = new LinkedHashMap<>(settings);
        less.remove(name);
        return new Line(less, secrets, answers);
    }

    Line secret(String name) {
        var more = new LinkedHashSet<>(secrets);
        more.add(name);
        return new Line(settings, more, answers);
    }

    Line gatewaySays(String begin, Reply... replies) {
        return answering(
                begin, Arrays.stream(replies).<Supplier<Reply>>map(reply -> () -> reply).toList());
    }

    Line gatewayIs(SendFailure failure) {
        Supplier<Reply> thrown =
                () -> {
                    throw new SendException(failure, "the gateway is " + failure);
                };
        return answering("", List.of(thrown));
    }

    private Line answering(String begin, List<Supplier<Reply>> replies) {
        var more = new LinkedHashMap<>(answers);
        more.put(begin, replies);
        return new Line(settings, secrets, more);
    }

    /** What may be seen nowhere. */
    Set<String> secretValues() {
        return settings.entrySet().stream()
                .filter(s -> secrets.contains(s.getKey()) || s.getKey().matches(USUAL_SECRETS))
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                .collect(Collectors.toSet());
    }
}
