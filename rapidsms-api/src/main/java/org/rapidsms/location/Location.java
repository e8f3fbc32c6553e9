package org.rapidsms.location;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A place. It may lie below another, and there may be others below it; no place lies below itself,
 * at however many removes.
 *
 * <p>Its code is what people write in texts. No two places have the same, capital letters or not.
 * Names may be the same: there is a Central in many a country.
 */
@Entity
public class Location {

    /** The longest name that is stored. */
    public static final int NAME_LENGTH = 100;

    /** The longest code that is stored. */
    public static final int CODE_LENGTH = 50;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "location_seq")
    @SequenceGenerator(name = "location_seq", sequenceName = "location_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = NAME_LENGTH)
    private String name;

    /** By which lists are sorted and searched. Lower case can be longer: twice, at the worst. */
    @Column(name = "name_key", nullable = false, length = 2 * NAME_LENGTH)
    private String nameKey;

    @Column(nullable = false, length = CODE_LENGTH)
    private String code;

    @Column(name = "code_key", nullable = false, length = 2 * CODE_LENGTH)
    private String codeKey;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "type_id")
    private LocationType type;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private Location parent;

    @Embedded private Point point;

    /** For JPA only. */
    protected Location() {}

    /**
     * Makes a place that lies below no other.
     *
     * @param name at most {@value #NAME_LENGTH} characters
     * @param code at most {@value #CODE_LENGTH} characters
     */
    public Location(String name, String code) {
        rename(name, code);
    }

    /**
     * What makes two spellings of a name or code the same: capital letters do not count, nor does
     * how much space there is between words.
     */
    public static String key(String spelling) {
        return spelling.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    public void rename(String newName, String newCode) {
        name = Objects.requireNonNull(newName, "name");
        nameKey = key(newName);
        code = Objects.requireNonNull(newCode, "code");
        codeKey = key(newCode);
    }

    /**
     * Puts this place, with all that are below it, below another.
     *
     * @param newParent null for none
     * @throws IllegalArgumentException if that is this place or lies below it
     */
    public void moveBelow(Location newParent) {
        if (newParent != null && newParent.isWithin(this)) {
            throw new IllegalArgumentException(newParent + " lies in " + this);
        }
        parent = newParent;
    }

    /** Whether it is that place, or lies below it, at however many removes. */
    public boolean isWithin(Location other) {
        var each = this;
        while (each != null && !each.isSameAs(other)) {
            each = each.getParent();
        }
        return each != null;
    }

    private boolean isSameAs(Location other) {
        return this == other || (getId() != null && getId().equals(other.getId()));
    }

    /** Null until it is stored. */
    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    /** What people write for it in texts. */
    public String getCode() {
        return code;
    }

    /** Null if it is of no type; apps rather ask {@link #type()}. */
    public LocationType getType() {
        return type;
    }

    public void setType(LocationType type) {
        this.type = type;
    }

    /** What kind of place it is, if it is known. */
    public Optional<LocationType> type() {
        return Optional.ofNullable(getType());
    }

    /** Null if it lies below no other; apps rather ask {@link #parent()}. */
    public Location getParent() {
        return parent;
    }

    /** The place that it lies in, if there is one. */
    public Optional<Location> parent() {
        return Optional.ofNullable(getParent());
    }

    /** Null if it is not known; apps rather ask {@link #point()}. */
    public Point getPoint() {
        return point;
    }

    public void setPoint(Point point) {
        this.point = point;
    }

    /** Where it is on the earth, if it is known. */
    public Optional<Point> point() {
        return Optional.ofNullable(getPoint());
    }

    /** The name. */
    @Override
    public String toString() {
        return getName();
    }
}
