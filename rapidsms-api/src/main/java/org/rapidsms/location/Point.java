package org.rapidsms.location;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A point on the earth, in degrees (WGS 84), to ten decimals: a hundredth of a millimetre.
 *
 * <p>Two points are equal if their degrees are, however they were written.
 */
@Embeddable
public class Point implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How far north or south of the equator there is anything. */
    public static final int MOST_LATITUDE = 90;

    /** How far east or west of Greenwich there is anything. */
    public static final int MOST_LONGITUDE = 180;

    private static final int DECIMALS = 10;

    @Column(precision = 13, scale = DECIMALS)
    private BigDecimal latitude;

    @Column(precision = 13, scale = DECIMALS)
    private BigDecimal longitude;

    /** For JPA only. */
    protected Point() {}

    /**
     * @throws IllegalArgumentException if there is no such latitude or longitude
     */
    public Point(BigDecimal latitude, BigDecimal longitude) {
        if (!isLatitude(latitude) || !isLongitude(longitude)) {
            throw new IllegalArgumentException(
                    "no point on the earth: " + latitude + ", " + longitude);
        }
        this.latitude = latitude.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        this.longitude = longitude.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Whether it is in −90…90. */
    public static boolean isLatitude(BigDecimal degrees) {
        return isWithin(degrees, MOST_LATITUDE);
    }

    /** Whether it is in −180…180. */
    public static boolean isLongitude(BigDecimal degrees) {
        return isWithin(degrees, MOST_LONGITUDE);
    }

    private static boolean isWithin(BigDecimal degrees, int most) {
        return degrees.abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** North of the equator, or south if it is negative. */
    public BigDecimal getLatitude() {
        return latitude;
    }

    /** East of Greenwich, or west if it is negative. */
    public BigDecimal getLongitude() {
        return longitude;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Point that
                && latitude.compareTo(that.latitude) == 0
                && longitude.compareTo(that.longitude) == 0;
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Such as {@code 0.3476, 32.5825}. */
    @Override
    public String toString() {
        return plain(latitude) + ", " + plain(longitude);
    }

    private static String plain(BigDecimal degrees) {
        return degrees.stripTrailingZeros().toPlainString();
    }
}
