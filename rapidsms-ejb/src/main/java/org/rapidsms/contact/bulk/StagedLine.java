package org.rapidsms.contact.bulk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.rapidsms.contact.Phone;

/** A line of a file of contacts, as it waits to be stored. One that is wrong says why. */
@Entity
@Table(name = "contact_import_line")
@IdClass(StagedLine.Key.class)
public class StagedLine implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 100;
    private static final int LONGEST_DETAIL = 500;

    @Id
    @Column(name = "import_id", nullable = false)
    private Long importId;

    @Id
    @Column(nullable = false)
    private Long line;

    @Column(name = "goes_on", nullable = false)
    private boolean goesOn;

    @Column(nullable = false, length = MOST_SHOWN + 1)
    private String name;

    @Column(nullable = false, length = MOST_SHOWN + 1)
    private String backend;

    @Column(nullable = false, length = MOST_SHOWN + 1)
    private String identity;

    @Column(nullable = false, length = MOST_SHOWN + 1)
    private String language;

    private String fields;

    @Column(nullable = false)
    private boolean faulty;

    @Column(length = 20)
    private String fault;

    @Column(length = 50)
    private String field;

    @Column(length = LONGEST_DETAIL)
    private String detail;

    /** For JPA only. */
    protected StagedLine() {}

    /**
     * A line that is right so far.
     *
     * @param line its number, as an editor counts
     * @param goesOn whether it is one more phone of the contact above it
     * @param values of fields, by key, as they are written
     */
    public StagedLine(
            long line,
            boolean goesOn,
            String name,
            String language,
            Phone phone,
            Map<String, String> values) {
        this.line = line;
        this.goesOn = goesOn;
        this.name = shown(name);
        this.language = shown(language);
        this.backend = shown(phone.backend());
        this.identity = shown(phone.identity());
        this.fields = written(values);
    }

    /**
     * A cell of a line that is wrong may be as long as the file, and hold what no database does.
     */
    private static String shown(String cell) {
        return cut(cell.replace("\0", ""), MOST_SHOWN);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }

    private static String written(Map<String, String> values) {
        // Values are one line each, and no key has an equals sign.
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining("\n"));
    }

    /**
     * Says that it is wrong.
     *
     * @param fault how
     * @param field the key of the field that it is about, or null
     * @param detail what else is to be said, or null
     */
    public void accuse(String fault, String field, String detail) {
        this.faulty = true;
        this.fault = Objects.requireNonNull(fault, "fault");
        this.field = field;
        this.detail = detail == null ? null : cut(detail.replace("\0", ""), LONGEST_DETAIL - 1);
    }

    void belongsTo(long wholeImport) {
        importId = wholeImport;
    }

    public long getLine() {
        return line;
    }

    /** Whether it is one more phone of the contact above it. */
    public boolean isGoesOn() {
        return goesOn;
    }

    public String getName() {
        return name;
    }

    public String getBackend() {
        return backend;
    }

    public String getIdentity() {
        return identity;
    }

    public String getLanguage() {
        return language;
    }

    /** The phone that it names. */
    public Phone phone() {
        return new Phone(backend, identity);
    }

    /** The values of fields, by key, as they are written. */
    public Map<String, String> values() {
        return fields == null || fields.isEmpty()
                ? Map.of()
                : fields.lines()
                        .map(each -> each.split("=", 2))
                        .collect(Collectors.toMap(each -> each[0], each -> each[1]));
    }

    public boolean isFaulty() {
        return faulty;
    }

    /** How it is wrong; null if it is not. */
    public String getFault() {
        return fault;
    }

    /** The key of the field that is wrong; null if it is something else. */
    public String getField() {
        return field;
    }

    /** What else there is to say of it; may be null. */
    public String getDetail() {
        return detail;
    }

    /** An import and the number of a line, for JPA. */
    public static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private Long importId;
        private Long line;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that
                    && Objects.equals(importId, that.importId)
                    && Objects.equals(line, that.line);
        }

        @Override
        public int hashCode() {
            return Objects.hash(importId, line);
        }
    }
}
