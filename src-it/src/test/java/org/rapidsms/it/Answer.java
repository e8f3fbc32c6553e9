package org.rapidsms.it;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came back for a request.
 *
 * @param headers the first value of each, by name in any case
 */
record Answer(int status, Map<String, String> headers, String body) {

    static Answer of(HttpResponse<String> response) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
        return new Answer(response.statusCode(), headers, response.body());
    }
}
