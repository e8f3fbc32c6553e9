package org.rapidsms.backend.http;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.rapidsms.settings.Settings;

/**
 * Where the gateway's id of a text stands in its answer.
 *
 * @param regex {@code external-id-regex}: its first group is the id, or all of it if it has none;
 *     it is looked for as often as there are phones
 * @param pointer {@code external-id-pointer}: where it is in JSON
 */
record ExternalId(Optional<Pattern> regex, Optional<JsonPlace> pointer) {

    /** As many characters as an id may have. */
    private static final int MOST = 255;

    static ExternalId from(Settings settings) {
        var regex = Regex.from(settings, "external-id-regex");
        var pointer = JsonPlace.from(settings, "external-id-pointer");
        if (regex.isPresent() && pointer.isPresent()) {
            throw settings.wrong("external-id-pointer", "is there, and external-id-regex too");
        }
        return new ExternalId(regex, pointer);
    }

    /** One for each phone, in their order, or the one of all; none if it cannot be told whose. */
    List<String> of(String body, int phones) {
        var found = regex.map(r -> all(r, body)).orElseGet(() -> one(body));
        found.removeIf(id -> id.isBlank() || id.length() > MOST);
        if (found.size() == 1) {
            return Collections.nCopies(phones, found.get(0));
        }
        return found.size() == phones ? found : List.of();
    }

    private static List<String> all(Pattern regex, String body) {
        var found = new ArrayList<String>();
        var matcher = regex.matcher(body);
        while (matcher.find()) {
            var id = matcher.group(Math.min(1, matcher.groupCount()));
            found.add(id == null ? "" : id.strip());
        }
        return found;
    }

    private List<String> one(String body) {
        var found = new ArrayList<String>();
        pointer.flatMap(p -> JsonPlace.read(body).flatMap(p::in)).ifPresent(found::add);
        return found;
    }
}
