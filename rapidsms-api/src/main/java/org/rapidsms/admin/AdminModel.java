package org.rapidsms.admin;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of rows that administrators keep, such as contacts.
 *
 * <p>A CDI bean of any scope but the request's, called by many threads at once. Only staff reach
 * it. Each call of {@link #list} to {@link #delete} is inside a transaction, which is rolled back
 * by any exception; a {@link RefusedException} is explained to whoever asked.
 *
 * @param <T> a row
 */
public interface AdminModel<T> {

    /** What may be done to rows, besides looking at them. */
    enum Action {
        ADD,
        EDIT,
        DELETE
    }

    /** What the address calls it: {@code /admin/NAME/}. Letters, digits, hyphens; unique. */
    String name();

    /** Its place among the models: those with smaller numbers come first, equal ones by name. */
    default int priority() {
        return 1000;
    }

    default Set<Action> actions() {
        return EnumSet.allOf(Action.class);
    }

    /** What the list shows of a row, beside its {@link #title}; never null. */
    default List<Column<T>> columns() {
        return List.of();
    }

    /** What the page of one row shows. */
    default List<Column<T>> facts() {
        return columns();
    }

    /** By what the list can be narrowed. */
    default List<Filter> filters() {
        return List.of();
    }

    /** Whether {@link #list} looks at {@link Listing#search}; the words {@code search} tell how. */
    default boolean isSearchable() {
        return false;
    }

    /**
     * Some rows, by number. It must cost the same wherever in a long list they stand: go by {@link
     * Listing#key}, never by a count.
     */
    List<T> list(Listing wanted);

    /** The row of this number, if it is there. */
    Optional<T> find(long id);

    /** The number of a row: above 0, the newer the greater, and never another row's. */
    long id(T row);

    /** What one row is called, for people. */
    default String title(T row) {
        return row.toString();
    }

    /** Where else in the console a row is shown, such as {@code /registration/7/edit/}. */
    default Optional<String> page(T row) {
        return Optional.empty();
    }

    /**
     * What is typed to add a row or to edit one.
     *
     * @param action ADD or EDIT
     */
    default List<Field<T>> fields(Action action) {
        return List.of();
    }

    /**
     * Stores a new row. The entry has been compared with the fields.
     *
     * @throws RefusedException if it cannot be
     */
    default T add(Entry entry) {
        throw new UnsupportedOperationException(name());
    }

    /**
     * What editing takes along. If there is anything, whoever edits is told, and asked.
     *
     * @throws RefusedException if it cannot be
     */
    default List<Companion> alongWithEdit(T row, Entry entry) {
        return List.of();
    }

    /**
     * Changes a row.
     *
     * @throws RefusedException if it cannot be
     */
    default void edit(T row, Entry entry) {
        throw new UnsupportedOperationException(name());
    }

    /** What deleting takes along, or leaves behind in another way: whoever deletes is told. */
    default List<Companion> alongWithDelete(T row) {
        return List.of();
    }

    /**
     * Deletes a row and what it takes along.
     *
     * @throws RefusedException if it cannot be
     */
    default void delete(T row) {
        throw new UnsupportedOperationException(name());
    }

    /**
     * Words of this model: {@code title} for the list, {@code one} for a single row, the names of
     * columns, fields and filters, {@code FIELD.hint} below a field, {@code FIELD.CHOICE} for a
     * choice, and the keys of companions and refusals.
     *
     * <p>They are looked up in the resource bundle {@code admin.properties} beside the class of the
     * model (in UTF-8; {@code admin_fr.properties} for French and so on), then among the words that
     * RapidSMS has for all. A key that is nowhere is made readable, so that a model without a
     * bundle has words too.
     *
     * @return empty for a hint that is nowhere
     */
    default String words(String key, Locale language, Object... arguments) {
        return Words.of(getClass(), name(), key, language, arguments);
    }
}
