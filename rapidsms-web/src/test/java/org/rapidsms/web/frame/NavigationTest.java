package org.rapidsms.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.console.NavigationEntry;

class NavigationTest {

    private static final Entry HOME = new Entry("/", 100, false);
    private static final Entry PEOPLE = new Entry("/people/", 300, false);
    private static final Entry PLACES = new Entry("/people/places/", 200, false);
    private static final Entry ADMIN = new Entry("/admin/", 150, true);

    @Test
    void lowNumbersComeFirst() {
        assertThat(links(false, "/", () -> PEOPLE, () -> PLACES, () -> HOME))
                .extracting(NavigationLink::getPath)
                .containsExactly("/", "/people/places/", "/people/");
    }

    @Test
    void onlyAdministratorsSeeWhatIsTheirs() {
        assertThat(links(false, "/", () -> ADMIN)).isEmpty();
        assertThat(links(true, "/", () -> ADMIN)).hasSize(1);
    }

    @Test
    void anEntryThatFailsIsLeftOut() {
        Supplier<NavigationEntry> failing =
                () -> {
                    throw new IllegalStateException("on purpose");
                };
        var links = links(false, "/", () -> HOME, failing, () -> new Entry(null, 1, false));
        assertThat(links).extracting(NavigationLink::getPath).containsExactly("/");
    }

    @ParameterizedTest
    @CsvSource({
        "/,                   /",
        "/people,             /people/",
        "/people/,            /people/",
        "/people/7/edit/,     /people/",
        "/people/places/7/,   /people/places/",
        "/peoples/,           ",
        "/accounts/password/, "
    })
    void theLinkThatGoesFurthestTowardsThePageIsCurrent(String address, String current) {
        var links = links(false, address, () -> HOME, () -> PEOPLE, () -> PLACES);
        assertThat(links.stream().filter(NavigationLink::isCurrent).map(NavigationLink::getPath))
                .containsExactlyElementsOf(current == null ? List.of() : List.of(current));
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // read only
    private static List<NavigationLink> links(
            boolean staff, String address, Supplier<NavigationEntry>... entries) {
        return new Navigation(icon -> icon, Locale.ENGLISH)
                .links(Stream.of(entries), staff, address);
    }

    private record Entry(String path, int priority, boolean isStaffOnly)
            implements NavigationEntry {

        @Override
        public String icon() {
            return "home";
        }

        @Override
        public String label(Locale language) {
            return "Somewhere";
        }
    }
}
