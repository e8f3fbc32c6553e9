package org.rapidsms.web.locations;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Objects;
import org.rapidsms.location.Location;
import org.rapidsms.location.LocationDetails;
import org.rapidsms.location.Point;

/** What is typed of a place, right or wrong. */
public final class PlaceForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String name = "";
    private String code = "";
    private String type = "";
    private String latitude = "";
    private String longitude = "";
    private PlaceChoice parent = new PlaceChoice();

    /** The form of a new place, which lies in another or, if that is null, in none. */
    static PlaceForm below(Location parent) {
        var form = new PlaceForm();
        form.parent = PlaceChoice.of(parent);
        return form;
    }

    static PlaceForm of(Location place) {
        var form = below(place.getParent());
        form.name = place.getName();
        form.code = place.getCode();
        form.type = place.type().map(Objects::toString).orElse("");
        form.latitude = place.point().map(p -> written(p.getLatitude())).orElse("");
        form.longitude = place.point().map(p -> written(p.getLongitude())).orElse("");
        return form;
    }

    private static String written(BigDecimal degrees) {
        return degrees.stripTrailingZeros().toPlainString();
    }

    /** Whether there is a character in a text that has no place in a line. */
    static boolean isStrange(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }

    /** Whether the latitude is missing or none, though something is said of the point. */
    boolean isLatitudeWrong() {
        return hasPoint() && Degrees.of(latitude).filter(Point::isLatitude).isEmpty();
    }

    /** As {@link #isLatitudeWrong()}. */
    boolean isLongitudeWrong() {
        return hasPoint() && Degrees.of(longitude).filter(Point::isLongitude).isEmpty();
    }

    private boolean hasPoint() {
        return !latitude.isEmpty() || !longitude.isEmpty();
    }

    private Point point() {
        return hasPoint()
                ? new Point(Degrees.of(latitude).orElseThrow(), Degrees.of(longitude).orElseThrow())
                : null;
    }

    /** The code that was typed, or else the beginning of the name. */
    String codeOrName() {
        var cut = name.substring(0, Math.min(name.length(), Location.CODE_LENGTH)).strip();
        return code.isEmpty() ? cut : code;
    }

    /** What is right, to be stored. */
    LocationDetails details() {
        return new LocationDetails(name, codeOrName(), type, parent.id(), point());
    }

    public PlaceChoice getParent() {
        return parent;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = clean(name);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = clean(code);
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = clean(type);
    }

    public String getLatitude() {
        return latitude;
    }

    public void setLatitude(String latitude) {
        this.latitude = clean(latitude);
    }

    public String getLongitude() {
        return longitude;
    }

    public void setLongitude(String longitude) {
        this.longitude = clean(longitude);
    }

    private static String clean(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
