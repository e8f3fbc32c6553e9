package org.rapidsms.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocationTest {

    private final Location uganda = new Location("Uganda", "ug");
    private final Location central = below(uganda, "Central");
    private final Location kampala = below(central, "Kampala");

    @Test
    void liesInAllThatItsParentLiesIn() {
        assertThat(kampala.isWithin(uganda)).isTrue();
        assertThat(kampala.isWithin(kampala)).isTrue();
        assertThat(uganda.isWithin(kampala)).isFalse();
        assertThat(kampala.parent()).contains(central);
        assertThat(uganda.parent()).isEmpty();
    }

    @Test
    void isNeverMovedBelowItself() {
        assertThatThrownBy(() -> uganda.moveBelow(kampala))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Kampala lies in Uganda");
        assertThatThrownBy(() -> uganda.moveBelow(uganda))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(uganda.parent()).isEmpty();
    }

    @Test
    void isMovedWithAllBelowIt() {
        var kenya = new Location("Kenya", "ke");
        central.moveBelow(kenya);
        assertThat(kampala.isWithin(kenya)).isTrue();
        assertThat(kampala.isWithin(uganda)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "90, 180, true",
        "-90, -180, true",
        "90.0000001, 0, false",
        "-91, 0, false",
        "0, 180.5, false",
        "0, -181, false"
    })
    void aPointIsOnTheEarth(BigDecimal latitude, BigDecimal longitude, boolean isThere) {
        if (isThere) {
            assertThat(new Point(latitude, longitude))
                    .hasToString(latitude + ", " + longitude)
                    .isEqualTo(new Point(latitude.setScale(3), longitude));
        } else {
            assertThatThrownBy(() -> new Point(latitude, longitude))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void spellingsDifferByMoreThanCapitalsAndSpace() {
        assertThat(Location.key("  Fort \t PORTAL ")).isEqualTo(Location.key("fort portal"));
        assertThat(Location.key("ÉLÉ")).isEqualTo("élé");
        assertThat(Location.key("fortportal")).isNotEqualTo(Location.key("fort portal"));
    }

    private static Location below(Location parent, String name) {
        var place = new Location(name, name);
        place.moveBelow(parent);
        return place;
    }
}
