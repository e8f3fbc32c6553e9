package org.rapidsms.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.contact.Contact;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** How places are stored, found and listed. */
class LocationTreeTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    /** Tells the places of one test from those of others. */
    private final String mark = Some.text(8);

    @ParameterizedTest
    @MethodSource(DATABASES)
    void keepsAllThatIsKnownOfAPlace(TestDatabase database) {
        var country = add(database, "Uganda", null);
        var details =
                new LocationDetails(
                        "Kampala",
                        "kla-" + mark,
                        "City " + mark,
                        country,
                        point("0.3476", "32.5825"));
        var id = tell(database, tree -> tree.add(details)).getId();

        var found = tell(database, tree -> tree.find(id)).orElseThrow();
        assertThat(found.getName()).isEqualTo("Kampala");
        assertThat(found.getCode()).isEqualTo("kla-" + mark);
        assertThat(found.getType().getName()).isEqualTo("City " + mark);
        assertThat(found.getParent().getName()).isEqualTo("Uganda");
        assertThat(found.getPoint()).isEqualTo(point("0.3476", "32.5825"));
        assertThat(places(database, tree -> tree.path(id)))
                .extracting(Location::getName)
                .containsExactly("Uganda", "Kampala");
        assertThat(place(database, tree -> tree.find(country)).orElseThrow().point()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void takesACodeOnceWhateverTheCapitals(TestDatabase database) {
        var details = new LocationDetails("Kampala", "kla " + mark, "", null, null);
        tell(database, tree -> tree.add(details));

        var upper = ("KLA  " + mark).toUpperCase(Locale.ROOT);
        assertThat(place(database, tree -> tree.withCode(upper))).isPresent();
        var again = new LocationDetails("Klagenfurt", upper, "", null, null);
        assertThatThrownBy(() -> tell(database, tree -> tree.add(again)))
                .hasStackTraceContaining("ConstraintViolationException");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void listsWhatLiesInAPlaceByName(TestDatabase database) {
        var parent = add(database, "Parent", null);
        Stream.of("bea", "Ann", "Cid", "ann").forEach(name -> add(database, name, parent));
        add(database, "Below", firstIn(database, parent));
        var all = tell(database, tree -> tree.first(LocationFilter.in(parent), 9));

        assertThat(names(all)).containsExactly("Ann", "ann", "bea", "Cid");
        var second = all.get(1).getId();
        assertThat(names(places(database, t -> t.after(second, LocationFilter.in(parent), 9))))
                .containsExactly("bea", "Cid");
        assertThat(names(places(database, t -> t.before(second, LocationFilter.in(parent), 9))))
                .containsExactly("Ann");
        assertThat(places(database, t -> t.after(-1, LocationFilter.in(parent), 9))).isEmpty();
        assertThat(names(places(database, t -> t.first(LocationFilter.in(null), 1000))))
                .contains("Parent")
                .doesNotContain("bea");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void findsPartsOfNamesAndCodesAndTypes(TestDatabase database) {
        var id =
                tell(
                                database,
                                tree ->
                                        tree.add(
                                                new LocationDetails(
                                                        "100% Élé_" + mark,
                                                        "code-" + mark,
                                                        "Type " + mark,
                                                        null,
                                                        null)))
                        .getId();
        Stream.of("ÉLÉ_" + mark, "CODE-" + mark, "100% élé_" + mark)
                .forEach(part -> assertThat(found(database, part, null)).containsExactly(id));
        assertThat(found(database, "élé%" + mark, null)).isEmpty();
        var type =
                tell(database, tree -> tree.types(1000)).stream()
                        .filter(t -> t.getName().equals("Type " + mark))
                        .findFirst()
                        .orElseThrow();
        assertThat(found(database, "", type.getId())).containsExactly(id);
        assertThat(found(database, "x" + mark, type.getId())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void showsOnAMapOnlyWhatHasAPoint(TestDatabase database) {
        var parent = add(database, "Parent", null);
        add(database, "nowhere", parent);
        var details = new LocationDetails("somewhere", Some.text(), "", parent, point("-1.5", "0"));
        tell(database, tree -> tree.add(details));

        assertThat(names(places(database, t -> t.firstWithPoint(LocationFilter.in(parent), 9))))
                .containsExactly("somewhere");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void isNeverMovedBelowItself(TestDatabase database) {
        var top = add(database, "Top", null);
        var middle = add(database, "Middle", top);
        var low = add(database, "Low", middle);

        assertThatThrownBy(() -> tell(database, t -> t.change(top, details("Top", low))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tell(database, t -> t.change(low, details("Low", low))))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(does(database, t -> t.change(low, details("Low", top)))).isTrue();
        assertThat(names(places(database, t -> t.path(low)))).containsExactly("Top", "Low");
        assertThat(does(database, t -> t.change(low, details("Low", null)))).isTrue();
        assertThat(names(places(database, t -> t.path(low)))).containsExactly("Low");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void twoMovesAtOnceCloseNoCircle(TestDatabase database) throws Exception {
        var a = add(database, "A", null);
        var b = add(database, "B", null);
        try (var entities = database.entities().createEntityManager()) {
            entities.getTransaction().begin();
            tree(entities).change(a, details("A", b));
            var other =
                    CompletableFuture.supplyAsync(
                            () -> does(database, t -> t.change(b, details("B", a))));
            try {
                other.handle((done, failed) -> done).get(300, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // It waits for the first, as it should; if it did not it would be over by now.
            }
            entities.getTransaction().commit();
            assertThatThrownBy(other::join).isInstanceOf(CompletionException.class);
        }
        assertThat(names(places(database, t -> t.path(a)))).containsExactly("B", "A");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void forgetsATypeThatNoPlaceIsOf(TestDatabase database) {
        var misspelt = new LocationDetails("A", Some.text(), "Distrct " + mark, null, null);
        var id = tell(database, tree -> tree.add(misspelt)).getId();
        var right = new LocationDetails("A", Some.text(), "District " + mark, null, null);
        tell(database, tree -> tree.change(id, right));

        assertThat(types(database)).containsExactly("District " + mark);
        tell(
                database,
                t -> t.add(new LocationDetails("B", Some.text(), "DISTRICT " + mark, null, null)));
        assertThat(types(database)).containsExactly("District " + mark);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void deletesAPlaceAndReleasesItsContacts(TestDatabase database) {
        var parent = add(database, "Parent", null);
        var place = add(database, "Place", parent);
        var ann = Some.contact();
        database.run(
                entities -> {
                    ann.setLocation(entities.find(Location.class, place));
                    entities.persist(ann);
                });

        assertThat(does(database, tree -> tree.delete(parent))).isFalse();
        assertThat(does(database, tree -> tree.delete(place))).isTrue();
        assertThat(does(database, tree -> tree.delete(place))).isTrue();
        assertThat(does(database, tree -> tree.delete(parent))).isTrue();

        assertThat(place(database, tree -> tree.find(parent))).isEmpty();
        database.run(e -> assertThat(e.find(Contact.class, ann.getId()).location()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void theDatabaseRefusesHalfAPointAndPlacesBelowThemselves(TestDatabase database) {
        var id = add(database, "Place", null);
        for (var wrong :
                List.of("latitude = 1", "latitude = 1, longitude = 181", "parent_id = id")) {
            assertThatThrownBy(
                            () ->
                                    database.run(
                                            e ->
                                                    e.createNativeQuery(
                                                                    "update location set "
                                                                            + wrong
                                                                            + " where id = "
                                                                            + id)
                                                            .executeUpdate()))
                    .as(wrong)
                    .hasStackTraceContaining("ConstraintViolationException");
        }
    }

    private long add(TestDatabase database, String name, Long parent) {
        return tell(database, tree -> tree.add(details(name, parent))).getId();
    }

    private static LocationDetails details(String name, Long parent) {
        return new LocationDetails(name, Some.text(), "", parent, null);
    }

    private static Point point(String latitude, String longitude) {
        return new Point(new BigDecimal(latitude), new BigDecimal(longitude));
    }

    private static Long firstIn(TestDatabase database, Long parent) {
        return tell(database, t -> t.first(LocationFilter.in(parent), 1)).get(0).getId();
    }

    private static List<Long> found(TestDatabase database, String part, Long type) {
        return tell(database, t -> t.first(LocationFilter.matching(part, type), 9)).stream()
                .map(Location::getId)
                .toList();
    }

    private List<String> types(TestDatabase database) {
        return tell(database, tree -> tree.types(1000)).stream()
                .map(LocationType::getName)
                .filter(name -> name.endsWith(mark))
                .toList();
    }

    private static List<String> names(List<Location> places) {
        return places.stream().map(Location::getName).toList();
    }

    private static <T> T tell(TestDatabase database, Function<LocationTree, T> what) {
        return database.ask(entities -> what.apply(tree(entities)));
    }

    private static List<Location> places(
            TestDatabase database, Function<LocationTree, List<Location>> what) {
        return tell(database, what);
    }

    private static Optional<Location> place(
            TestDatabase database, Function<LocationTree, Optional<Location>> what) {
        return tell(database, what);
    }

    private static boolean does(TestDatabase database, Function<LocationTree, Boolean> what) {
        return tell(database, what);
    }

    private static LocationTree tree(EntityManager entities) {
        var tree = new LocationTree();
        tree.entities = entities;
        return tree;
    }
}
