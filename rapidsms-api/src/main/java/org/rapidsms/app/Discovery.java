package org.rapidsms.app;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Names discovered beans, and puts them in their order. */
public final class Discovery {

    /** The place of a bean whose class has no {@link Priority}; CDI's for applications. */
    public static final int ORDINARY = 2000;

    private Discovery() {}

    /** What a bean is called if it does not say otherwise: its class's name in lower case. */
    public static String nameOf(Object bean) {
        // CDI hands out subclasses whose names begin with the bean's and a dollar sign.
        return bean.getClass().getSimpleName().replaceFirst("\\$.*", "").toLowerCase(Locale.ROOT);
    }

    /**
     * All beans, low {@link Priority} first; where that is equal, by name.
     *
     * @param name tells a bean's name; calls the bean, so that one that cannot be made fails here
     */
    public static <T> List<T> inOrder(Instance<T> beans, Function<T, String> name) {
        return beans.handlesStream()
                .sorted(
                        Comparator.<Instance.Handle<T>>comparingInt(Discovery::priority)
                                .thenComparing(handle -> name.apply(handle.get())))
                .map(Instance.Handle::get)
                .toList();
    }

    private static int priority(Instance.Handle<?> handle) {
        var priority = handle.getBean().getBeanClass().getAnnotation(Priority.class);
        return priority == null ? ORDINARY : priority.value();
    }
}
