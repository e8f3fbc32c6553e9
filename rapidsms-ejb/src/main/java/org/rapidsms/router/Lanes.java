package org.rapidsms.router;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.IntStream;

/** The lanes of the inbox, as this node works in them. */
@ApplicationScoped
public class Lanes {

    private final Lane[] lanes =
            IntStream.range(0, Lane.COUNT).mapToObj(i -> new Lane()).toArray(Lane[]::new);

    /** The lane of this number. */
    public Lane of(int number) {
        return lanes[number];
    }
}
