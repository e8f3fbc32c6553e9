package org.rapidsms.admin;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.validation.ConstraintViolationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * A model whose rows are entities with a number called {@code id}. Its constructor says what there
 * is to see, to look for and to type:
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class Villages extends EntityModel<Village> {
 *
 *     public Villages() {
 *         super(Village.class, "villages", Village::getId, Village::new);
 *         column("district", Village::getDistrict);
 *         searchBeginning("name");
 *         field(Field.text("name", Village::getName).required().most(50)
 *                 .sets((village, entry) -> village.setName(entry.text("name"))));
 *     }
 * }
 * }</pre>
 *
 * @param <T> the entity
 */
public abstract class EntityModel<T> implements AdminModel<T> {

    /** As far as companions are counted. */
    private static final int MOST_COUNTED = 1000;

    @PersistenceContext(unitName = "rapidsms")
    protected EntityManager entities;

    private final Class<T> type;
    private final String name;
    private final ToLongFunction<T> number;
    private final Supplier<T> maker;
    private final List<Column<T>> columns = new ArrayList<>();
    private final List<Column<T>> facts = new ArrayList<>();
    private final List<Field<T>> fields = new ArrayList<>();
    private final List<String> searches = new ArrayList<>();
    private final List<String> fetched = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final Map<String, Function<String, ?>> filtered = new LinkedHashMap<>();

    /**
     * @param name as in {@link #name}
     * @param number of an entity
     * @param maker makes an empty entity, for the fields to fill; null if none can be added so
     */
    protected EntityModel(Class<T> type, String name, ToLongFunction<T> number, Supplier<T> maker) {
        this.type = type;
        this.name = name;
        this.number = number;
        this.maker = maker;
    }

    /** The list shows this, and so does the page of a row. */
    protected void column(String column, Function<T, ?> value) {
        column(new Column<>(column, value));
    }

    /** The list shows this, and so does the page of a row. */
    protected void column(Column<T> column) {
        columns.add(column);
        facts.add(column);
    }

    /** The page of a row shows this. */
    protected void fact(String fact, Function<T, ?> value) {
        facts.add(new Column<>(fact, value));
    }

    /** The page of a row shows this. */
    protected void fact(Column<T> fact) {
        facts.add(fact);
    }

    /** Whoever adds or edits a row is asked for this. */
    protected void field(Field<T> field) {
        fields.add(field);
    }

    /** The search looks for this attribute's whole value, which needs an index if rows are many. */
    protected void searchWhole(String attribute) {
        searches.add("e." + attribute + EntityQuery.WHOLE);
    }

    /** The search looks for how this attribute begins, which needs an index if rows are many. */
    protected void searchBeginning(String attribute) {
        searches.add("e." + attribute + EntityQuery.BEGINNING);
    }

    /** The search looks for any part of this attribute, whatever the case: for short lists only. */
    protected void searchPart(String attribute) {
        searches.add("lower(e." + attribute + ")" + EntityQuery.PART);
    }

    /** Loads these attributes with each row, for columns that show something of them. */
    protected void fetch(String... paths) {
        fetched.addAll(Arrays.asList(paths));
    }

    /** The list can be narrowed to one constant of this attribute. */
    protected <E extends Enum<E>> void filter(String attribute, Class<E> constants) {
        filters.add(new Filter(attribute, () -> Choice.of(constants.getEnumConstants())));
        filtered.put(attribute, value -> Enum.valueOf(constants, value));
    }

    /** The list can be narrowed to yes or no. */
    protected void filterOn(String attribute) {
        filters.add(
                new Filter(
                        attribute,
                        () -> List.of(new Choice("true", null), new Choice("false", null))));
        filtered.put(attribute, Boolean::valueOf);
    }

    /** The list can be narrowed to one value of this attribute. */
    protected void filter(String attribute, Supplier<List<Choice>> choices) {
        filters.add(new Filter(attribute, choices));
        filtered.put(attribute, value -> value);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Column<T>> columns() {
        return List.copyOf(columns);
    }

    @Override
    public List<Column<T>> facts() {
        return List.copyOf(facts);
    }

    @Override
    public List<Filter> filters() {
        return List.copyOf(filters);
    }

    @Override
    public boolean isSearchable() {
        return true;
    }

    @Override
    public List<Field<T>> fields(Action action) {
        return List.copyOf(fields);
    }

    @Override
    public long id(T row) {
        return number.applyAsLong(row);
    }

    @Override
    public Optional<T> find(long id) {
        return Optional.ofNullable(entities.find(type, id));
    }

    @Override
    public List<T> list(Listing wanted) {
        if (wanted.search().isEmpty()) {
            return list(wanted, "");
        }
        // One query for each way: databases walk no index for two conditions with an "or".
        var found = new LinkedHashMap<Long, T>();
        var ways = new ArrayList<>(searches);
        if (wanted.search().matches("[0-9]{1,18}")) {
            ways.add("e.id" + EntityQuery.NUMBER);
        }
        ways.forEach(way -> list(wanted, way).forEach(row -> found.put(id(row), row)));
        var order = Comparator.<T>comparingLong(this::id);
        return found.values().stream()
                .sorted(wanted.newer() ? order : order.reversed())
                .limit(wanted.most())
                .toList();
    }

    private List<T> list(Listing wanted, String way) {
        return new EntityQuery(
                        entities.getMetamodel().entity(type).getName(), fetched, filtered, way)
                .list(entities, type, wanted);
    }

    @Override
    public T add(Entry entry) {
        var row = maker.get();
        fill(row, entry, Action.ADD);
        entities.persist(row);
        flush();
        return row;
    }

    @Override
    public void edit(T row, Entry entry) {
        fill(row, entry, Action.EDIT);
        flush();
    }

    private void fill(T row, Entry entry, Action action) {
        fields(action).stream()
                .filter(field -> field.setter() != null)
                .forEach(field -> field.setter().accept(row, entry));
    }

    @Override
    public void delete(T row) {
        entities.remove(row);
        flush();
    }

    /** Has the database judge what was changed so far. What it refuses is told. */
    protected void flush() {
        try {
            entities.flush();
        } catch (ConstraintViolationException e) {
            throw new RefusedException(
                    e.getConstraintViolations().stream()
                            .map(v -> new Refusal(v.getPropertyPath().toString(), v.getMessage()))
                            .toList());
        } catch (PersistenceException e) {
            throw new RefusedException("", "refused.database");
        }
    }

    /**
     * Counts what an action takes along, not beyond a thousand.
     *
     * @param key as in {@link Companion}
     * @param query the numbers of it, in JPQL, with the parameter {@code row}
     * @return nothing if there are none
     */
    protected Optional<Companion> companion(String key, String query, Object row) {
        int found =
                entities.createQuery(query, Long.class)
                        .setParameter("row", row)
                        .setMaxResults(MOST_COUNTED + 1)
                        .getResultList()
                        .size();
        return found == 0
                ? Optional.empty()
                : Optional.of(
                        new Companion(key, Math.min(found, MOST_COUNTED), found > MOST_COUNTED));
    }
}
