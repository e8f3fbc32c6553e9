package org.rapidsms.location;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Objects;

/** What kind of place something is, such as a district or a clinic. Its name is unique. */
@Entity
@Table(name = "location_type")
public class LocationType {

    /** The longest name that is stored. */
    public static final int NAME_LENGTH = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "location_type_seq")
    @SequenceGenerator(
            name = "location_type_seq",
            sequenceName = "location_type_seq",
            allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    @Column(name = "name_key", nullable = false, length = 2 * NAME_LENGTH)
    private String nameKey;

    /** For JPA only. */
    protected LocationType() {}

    public LocationType(String name) {
        this.name = Objects.requireNonNull(name, "name");
        this.nameKey = Location.key(name);
    }

    /** Null until it is stored. */
    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
