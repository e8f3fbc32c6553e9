package org.rapidsms.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * Somebody who may log into the console.
 *
 * <p>A user who is not active keeps name and groups, and is refused as if there were none.
 */
@Entity
@Table(name = "console_user")
public class User {

    /** The longest name. */
    public static final int USERNAME_LENGTH = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "console_user_seq")
    @SequenceGenerator(
            name = "console_user_seq",
            sequenceName = "console_user_seq",
            allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = USERNAME_LENGTH)
    private String username;

    @Column(nullable = false, length = 500)
    private String password;

    @Column(nullable = false)
    private boolean staff;

    @Column(nullable = false)
    private boolean active = true;

    @Column(name = "created_on", nullable = false, updatable = false)
    private Instant createdOn;

    @ManyToMany
    @JoinTable(
            name = "console_user_group",
            joinColumns = @JoinColumn(name = "user_id"),
            inverseJoinColumns = @JoinColumn(name = "group_id"))
    private Set<Group> groups = new LinkedHashSet<>();

    /** For JPA only. */
    protected User() {}

    /**
     * @param password its hash
     * @param staff whether all pages are open, those of administrators too
     */
    User(String username, String password, boolean staff) {
        this.username = Objects.requireNonNull(username, "username");
        this.password = Objects.requireNonNull(password, "password");
        this.staff = staff;
        this.createdOn = Instant.now();
    }

    String password() {
        return password;
    }

    void changePassword(String hash) {
        password = Objects.requireNonNull(hash, "hash");
    }

    void change(String name, boolean isStaff, boolean isActive, Collection<Group> memberOf) {
        username = Objects.requireNonNull(name, "name");
        staff = isStaff;
        active = isActive;
        groups.clear();
        groups.addAll(memberOf);
    }

    /** Null until it is stored. */
    public Long getId() {
        return id;
    }

    public String getUsername() {
        return username;
    }

    public boolean isStaff() {
        return staff;
    }

    /** Whether this user may log in. */
    public boolean isActive() {
        return active;
    }

    public Instant getCreatedOn() {
        return createdOn;
    }

    /** Never null. */
    public Set<Group> getGroups() {
        return Collections.unmodifiableSet(groups);
    }

    @Override
    public String toString() {
        return username;
    }
}
