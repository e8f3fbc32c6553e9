package org.rapidsms.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/** Users who have a role of their own, by the group's name: a page of an app may demand it. */
@Entity(name = "UserGroup")
@Table(name = "console_group")
public class Group {

    /** The longest name. */
    public static final int NAME_LENGTH = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "console_group_seq")
    @SequenceGenerator(
            name = "console_group_seq",
            sequenceName = "console_group_seq",
            allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @Column(name = "created_on", nullable = false, updatable = false)
    private Instant createdOn = Instant.now();

    /** For JPA only. */
    protected Group() {}

    Group(String name) {
        rename(name);
    }

    void rename(String to) {
        name = Objects.requireNonNull(to, "name");
    }

    /** Null until it is stored. */
    public Long getId() {
        return id;
    }

    /** It is the name of the role, too. */
    public String getName() {
        return name;
    }

    public Instant getCreatedOn() {
        return createdOn;
    }

    @Override
    public String toString() {
        return name;
    }
}
