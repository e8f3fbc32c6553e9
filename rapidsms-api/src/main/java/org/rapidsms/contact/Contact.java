package org.rapidsms.contact;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rapidsms.location.Location;

/**
 * A person or an organisation, reached by any number of connections.
 *
 * <p>When a contact is deleted its connections stay, without an owner: what was said on them is
 * history, and history is never deleted with a contact.
 */
@Entity
public class Contact {

    /** The longest name that is stored. */
    public static final int NAME_LENGTH = 100;

    /** The longest language tag that is stored (BCP 47 §4.4.1 recommends room for 35). */
    public static final int LANGUAGE_LENGTH = 35;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "contact_seq")
    @SequenceGenerator(name = "contact_seq", sequenceName = "contact_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name = "";

    /** By which lists are sorted. Lower case can be longer: twice, at the worst. */
    @Column(name = "name_key", nullable = false, length = 2 * NAME_LENGTH)
    private String nameKey = "";

    @Column(name = "search_key", nullable = false, length = SearchKey.WIDTH)
    private String searchKey = "";

    @Column(nullable = false, length = LANGUAGE_LENGTH)
    private String language = "";

    @Column(name = "created_on", nullable = false)
    private Instant createdOn;

    @Column(name = "modified_on", nullable = false)
    private Instant modifiedOn;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "location_id")
    private Location location;

    @OneToMany(mappedBy = "contact")
    @OrderBy("id")
    private List<Connection> connections = new ArrayList<>();

    @OneToMany(mappedBy = "contact", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKey(name = "name")
    private Map<String, ContactValue> values = new HashMap<>();

    /** For JPA only. */
    protected Contact() {}

    /**
     * Makes a contact that nothing is known of but a name.
     *
     * @param name at most {@value #NAME_LENGTH} characters; empty for an anonymous contact
     */
    public Contact(String name) {
        rename(name);
    }

    @PrePersist
    void created() {
        createdOn = Instant.now();
        modifiedOn = createdOn;
    }

    @PreUpdate
    void modified() {
        modifiedOn = Instant.now();
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        rename(name);
    }

    private void rename(String to) {
        name = Objects.requireNonNull(to, "name");
        nameKey = SearchKey.lower(to);
        connections.forEach(Connection::renamed);
        renewSearchKey();
    }

    /** Something that contacts are searched by has changed. */
    private void renewSearchKey() {
        var searched =
                values.values().stream()
                        .sorted(Comparator.comparing(ContactValue::getName))
                        .map(ContactValue::searchedBy)
                        .filter(content -> !content.isEmpty())
                        .toList();
        searchKey = SearchKey.ofContact(nameKey, connections, searched);
    }

    /** A BCP 47 tag such as {@code pt-BR}; empty means the project's default language. */
    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = Objects.requireNonNull(language, "language");
    }

    /** Null if it is not known; apps rather ask {@link #location()}. */
    public Location getLocation() {
        return location;
    }

    /** Says where this contact belongs; null for nowhere. */
    public void setLocation(Location location) {
        this.location = location;
    }

    /** The place where this contact belongs, if it is known. */
    public Optional<Location> location() {
        return Optional.ofNullable(location);
    }

    public Instant getCreatedOn() {
        return createdOn;
    }

    public Instant getModifiedOn() {
        return modifiedOn;
    }

    /** The ways to reach this contact, oldest first; never null. */
    public List<Connection> getConnections() {
        return Collections.unmodifiableList(connections);
    }

    /** The oldest of its connections. */
    public Optional<Connection> defaultConnection() {
        return connections.stream().findFirst();
    }

    /** Whether nobody has told us a name. */
    public boolean isAnonymous() {
        return name.isEmpty();
    }

    /** What is known of this contact in a field that an app has declared. */
    public <T> Optional<T> get(ContactField<T> field) {
        return Optional.ofNullable(values.get(field.key()))
                .flatMap(value -> field.type().read(value.getContent()));
    }

    /**
     * Changes what is known of this contact in a field that an app has declared.
     *
     * @param value null if nothing is known any more
     * @throws IllegalArgumentException if the field complains, in its words, or if it is no value
     *     of the field's type
     */
    public <T> void set(ContactField<T> field, T value) {
        if (value == null) {
            values.remove(field.key());
        } else {
            field.complaint(value, Locale.ENGLISH)
                    .ifPresent(
                            why -> {
                                throw new IllegalArgumentException(why);
                            });
            write(field.key(), field.type().write(value), field.isSearched());
        }
        renewSearchKey();
        modified();
    }

    private void write(String key, String written, boolean searched) {
        values.computeIfAbsent(key, name -> new ContactValue(this, name)).write(written, searched);
    }

    /** All that is known in fields, as it is written, by key; of fields whose app is gone too. */
    public Map<String, String> written() {
        var all = new HashMap<String, String>();
        values.forEach((key, value) -> all.put(key, value.getContent()));
        return all;
    }

    void owns(Connection connection) {
        connections.add(connection);
        renewSearchKey();
        // What a contact is reached by is part of it, though no column of its own.
        modified();
    }

    void disowns(Connection connection) {
        connections.remove(connection);
        renewSearchKey();
        modified();
    }

    /** The name, or {@code Anonymous}. */
    @Override
    public String toString() {
        return isAnonymous() ? "Anonymous" : name;
    }
}
