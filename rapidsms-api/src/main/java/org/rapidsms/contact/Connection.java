package org.rapidsms.contact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A phone as one backend knows it: the backend's name and the phone's identity there.
 *
 * <p>The pair is unique. The identity is opaque: it is compared letter by letter and never parsed,
 * trimmed or normalised.
 *
 * <p>Two connections are equal if they name the same backend and identity, stored or not.
 */
@Entity
public class Connection {

    /** The longest name of a backend. */
    public static final int BACKEND_LENGTH = 50;

    /** The longest identity. */
    public static final int IDENTITY_LENGTH = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "connection_seq")
    @SequenceGenerator(
            name = "connection_seq",
            sequenceName = "connection_seq",
            allocationSize = 50)
    private Long id;

    @Column(nullable = false, updatable = false, length = BACKEND_LENGTH)
    private String backend;

    @Column(nullable = false, length = IDENTITY_LENGTH)
    private String identity;

    @Column(name = "opted_out")
    private Instant optedOut;

    @ManyToOne
    @JoinColumn(name = "contact_id")
    private Contact contact;

    /**
     * By which recipients are searched and sorted. Lower case can be longer: twice, at the worst.
     */
    @Column(
            name = "search_key",
            nullable = false,
            length = 2 * (Contact.NAME_LENGTH + IDENTITY_LENGTH + BACKEND_LENGTH) + 2)
    private String searchKey;

    @Column(name = "created_on", nullable = false)
    private Instant createdOn;

    @Column(name = "modified_on", nullable = false)
    private Instant modifiedOn;

    /** For JPA only. */
    protected Connection() {}

    /** Makes a connection that has no contact yet. */
    public Connection(String backend, String identity) {
        this.backend = Objects.requireNonNull(backend, "backend");
        this.identity = Objects.requireNonNull(identity, "identity");
        this.searchKey = searchKey(null, identity, backend);
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

    /**
     * Sorts connections by the languages of their contacts, so that each group may be told the same
     * in its own.
     *
     * @return by language tag, in order of first appearance; the empty one is of those whose
     *     language is not known
     */
    public static Map<String, List<Connection>> byLanguage(Collection<Connection> connections) {
        return connections.stream()
                .collect(
                        Collectors.groupingBy(
                                connection ->
                                        connection.contact().map(Contact::getLanguage).orElse(""),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }

    /** Gives this connection to a contact; the one that had it before, if any, loses it. */
    public void assignTo(Contact owner) {
        release();
        contact = Objects.requireNonNull(owner, "owner");
        owner.owns(this);
        renamed();
    }

    /** Leaves this connection without a contact. */
    public void release() {
        if (contact != null) {
            contact.disowns(this);
            contact = null;
            renamed();
        }
    }

    /** Its owner wants no texts of ours, but for answers to what they write. */
    public void optOut(Instant now) {
        if (optedOut == null) {
            optedOut = now;
        }
    }

    /** Its owner wants texts of ours. */
    public void optIn() {
        optedOut = null;
    }

    /** Its contact has another name, or it has another contact. */
    void renamed() {
        searchKey = searchKey(contact, identity, backend);
    }

    private static String searchKey(Contact contact, String identity, String backend) {
        var name = contact == null ? "" : contact.getName() + " ";
        return SearchKey.lower(name + identity + " " + backend);
    }

    /** Null until it is stored. */
    public Long getId() {
        return id;
    }

    /** The name of the backend. */
    public String getBackend() {
        return backend;
    }

    /** The phone's address on that backend, such as {@code +256772000001}. */
    public String getIdentity() {
        return identity;
    }

    /** Null if nobody is known to own it; apps rather ask {@link #contact()}. */
    public Contact getContact() {
        return contact;
    }

    /** Whom this connection belongs to, if it is known. */
    public Optional<Contact> contact() {
        return Optional.ofNullable(contact);
    }

    /** Since when its owner wants no texts of ours; null if they do not mind. */
    public Instant getOptedOut() {
        return optedOut;
    }

    public Instant getCreatedOn() {
        return createdOn;
    }

    public Instant getModifiedOn() {
        return modifiedOn;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Connection that
                && backend.equals(that.getBackend())
                && identity.equals(that.getIdentity());
    }

    @Override
    public int hashCode() {
        return Objects.hash(backend, identity);
    }

    @Override
    public String toString() {
        return identity + " via " + backend;
    }
}
