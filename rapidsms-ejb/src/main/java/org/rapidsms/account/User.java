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

/** Somebody who may log into the console. */
@Entity
@Table(name = "console_user")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "console_user_seq")
    @SequenceGenerator(
            name = "console_user_seq",
            sequenceName = "console_user_seq",
            allocationSize = 50)
    private Long id;

    @Column(nullable = false, updatable = false, length = 100)
    private String username;

    @Column(nullable = false, length = 500)
    private String password;

    @Column(nullable = false)
    private boolean staff;

    @Column(name = "created_on", nullable = false, updatable = false)
    private Instant createdOn;

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

    public Long getId() {
        return id;
    }

    public String getUsername() {
        return username;
    }

    public boolean isStaff() {
        return staff;
    }

    public Instant getCreatedOn() {
        return createdOn;
    }
}
