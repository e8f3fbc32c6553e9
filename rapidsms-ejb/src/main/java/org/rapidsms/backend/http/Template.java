package org.rapidsms.backend.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.rapidsms.settings.Settings;

/** A text with places in braces, each filled with a value as it must be written there. */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+(?:-[a-z]+)*)}");

    private final String source;
    private final IntFunction<Writing> writing;

    private Template(String source, IntFunction<Writing> writing) {
        this.source = source;
        this.writing = writing;
    }

    /** RapidSMS's spelling of places is understood too. */
    private static Template of(String source, IntFunction<Writing> writing) {
        var spelled = source.replace("%(identity)s", "{identity}").replace("%(text)s", "{text}");
        return new Template(spelled, writing);
    }

    static Template of(String source, Writing writing) {
        return of(source, at -> writing);
    }

    /** Of an address, in whose query values are written otherwise than in its path. */
    static Template ofAddress(String source) {
        var made = of(source, Writing.FORM);
        int query = made.source.indexOf('?');
        return new Template(
                made.source, at -> query >= 0 && at > query ? Writing.FORM : Writing.PATH);
    }

    boolean hasPlaces() {
        return PLACE.matcher(source).find();
    }

    /** Complains of a place that will never be filled. */
    Template knowing(Set<String> names, Settings settings, String setting) {
        PLACE.matcher(source)
                .results()
                .map(place -> place.group(1))
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw settings.wrong(
                                    setting,
                                    "has {"
                                            + name
                                            + "}, and only these can be filled in: "
                                            + String.join(", ", new TreeSet<>(names)));
                        });
        return this;
    }

    /**
     * Fills all places.
     *
     * @param values by name; those of one place are each written for themselves
     * @param between stands between them, as it is
     */
    String fill(Map<String, List<String>> values, String between) {
        return PLACE.matcher(source)
                .replaceAll(place -> Matcher.quoteReplacement(written(place, values, between)));
    }

    private String written(MatchResult place, Map<String, List<String>> values, String between) {
        return values.get(place.group(1)).stream()
                .map(writing.apply(place.start())::of)
                .collect(Collectors.joining(between));
    }

    /** Its places: what stands between them may be a password. */
    @Override
    public String toString() {
        return PLACE.matcher(source)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.joining(" "));
    }
}
