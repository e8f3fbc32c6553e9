package org.rapidsms.admin;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rapidsms.admin.AdminModel.Action;

/**
 * Does to the rows of models what administrators ask for, each in a transaction. The names of
 * models that it is given are those of {@link #models}.
 */
@Stateless
@RolesAllowed("staff")
public class Admin {

    @Inject @Any Instance<AdminModel<?>> discovered;

    /** All models, in the order in which they are shown. */
    public List<AdminModel<?>> models() {
        return discovered.stream()
                .sorted(
                        Comparator.<AdminModel<?>>comparingInt(AdminModel::priority)
                                .thenComparing(AdminModel::name))
                .collect(Collectors.toList());
    }

    /** The model of this name, if there is one. */
    public Optional<AdminModel<?>> model(String name) {
        return models().stream().filter(model -> model.name().equals(name)).findFirst();
    }

    @SuppressWarnings("unchecked") // Its rows come from itself and go back to itself.
    private AdminModel<Object> existing(String model) {
        return (AdminModel<Object>) model(model).orElseThrow();
    }

    /** Some rows of a model, with their columns. */
    public List<Row> list(String model, Listing wanted, Locale language) {
        var found = existing(model);
        return found.list(wanted).stream()
                .map(row -> row(found, row, found.columns(), language))
                .toList();
    }

    /** One row of a model with its facts, if it is there. */
    public Optional<Row> find(String model, long id, Locale language) {
        var found = existing(model);
        return found.find(id).map(row -> row(found, row, found.facts(), language));
    }

    private static Row row(
            AdminModel<Object> model, Object row, List<Column<Object>> shown, Locale language) {
        return new Row(
                model.id(row),
                model.title(row),
                model.page(row).orElse(null),
                shown.stream().map(column -> shown(model, row, column, language)).toList());
    }

    private static Shown shown(
            AdminModel<Object> model, Object row, Column<Object> column, Locale language) {
        var value = column.value().apply(row);
        return new Shown(
                column.name(),
                model.words(column.name(), language),
                words(model, column.name(), value, language),
                value instanceof Instant moment ? moment : null,
                column.link().apply(row));
    }

    private static String words(
            AdminModel<Object> model, String column, Object value, Locale language) {
        if (value == null) {
            return "";
        }
        if (value instanceof Enum<?> constant) {
            return model.words(column + "." + constant.name(), language);
        }
        return value instanceof Boolean
                ? model.words(column + "." + value, language)
                : value.toString();
    }

    /** What a row has in the fields of its form; nothing if it is gone. */
    public Optional<Map<String, List<String>>> values(String model, long id) {
        var found = existing(model);
        return found.find(id)
                .map(
                        row ->
                                found.fields(Action.EDIT).stream()
                                        .collect(
                                                Collectors.toMap(
                                                        Field::name,
                                                        field -> field.values().apply(row))));
    }

    /**
     * Stores a new row.
     *
     * @return its number
     * @throws RefusedException if it cannot be
     */
    public long add(String model, Entry entry) {
        var found = existing(model);
        check(found, Action.ADD, entry);
        return found.id(found.add(entry));
    }

    /**
     * What editing takes along; nothing if the row is gone.
     *
     * @throws RefusedException if it cannot be
     */
    public List<Companion> alongWithEdit(String model, long id, Entry entry) {
        var found = existing(model);
        check(found, Action.EDIT, entry);
        return found.find(id).map(row -> found.alongWithEdit(row, entry)).orElse(List.of());
    }

    /**
     * Changes a row.
     *
     * @return false if it is gone
     * @throws RefusedException if it cannot be
     */
    public boolean edit(String model, long id, Entry entry) {
        var found = existing(model);
        check(found, Action.EDIT, entry);
        var row = found.find(id);
        row.ifPresent(r -> found.edit(r, entry));
        return row.isPresent();
    }

    private static void check(AdminModel<Object> model, Action action, Entry entry) {
        allow(model, action);
        var wrong = model.fields(action).stream().flatMap(f -> f.check(entry).stream()).toList();
        if (!wrong.isEmpty()) {
            throw new RefusedException(wrong);
        }
    }

    private static void allow(AdminModel<Object> model, Action action) {
        if (!model.actions().contains(action)) {
            throw new RefusedException("", "refused.action");
        }
    }

    /** What deleting takes along; nothing if the row is gone. */
    public List<Companion> alongWithDelete(String model, long id) {
        var found = existing(model);
        return found.find(id).map(found::alongWithDelete).orElse(List.of());
    }

    /**
     * Deletes a row; if it is gone already, so much the better.
     *
     * @throws RefusedException if it cannot be
     */
    public void delete(String model, long id) {
        var found = existing(model);
        allow(found, Action.DELETE);
        found.find(id).ifPresent(found::delete);
    }
}
