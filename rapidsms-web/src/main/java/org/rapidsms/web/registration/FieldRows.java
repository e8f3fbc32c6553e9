package org.rapidsms.web.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rapidsms.contact.ContactField;
import org.rapidsms.contact.ContactFields;

/** Makes rows of the form of a contact for the fields that apps have declared, and reads them. */
@ApplicationScoped
class FieldRows {

    @Inject ContactFields fields;

    /**
     * A row for each field.
     *
     * @param known what is known already, by key, as it is written
     */
    List<FieldRow> of(Map<String, String> known, Locale locale) {
        return fields.all().stream()
                .map(field -> new FieldRow(field, known.getOrDefault(field.key(), ""), locale))
                .toList();
    }

    /** Looks what is wrong with each; whether nothing is. */
    boolean check(List<FieldRow> rows, Locale locale) {
        written(rows, locale);
        return rows.stream().noneMatch(FieldRow::isWrong);
    }

    /** What is to be stored of them: those that were touched, by key, as they are written. */
    Map<String, String> written(List<FieldRow> rows, Locale locale) {
        var byKey =
                fields.all().stream()
                        .collect(Collectors.toMap(ContactField::key, Function.identity()));
        var written = new HashMap<String, String>();
        for (var row : rows) {
            var value = row.check(byKey.get(row.getKey()), locale);
            if (row.isTouched()) {
                written.put(row.getKey(), value);
            }
        }
        return written;
    }
}
