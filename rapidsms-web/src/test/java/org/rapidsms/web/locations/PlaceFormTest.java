package org.rapidsms.web.locations;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.location.Location;
import org.rapidsms.location.Point;

class PlaceFormTest {

    private final PlaceForm form = PlaceForm.below(null);

    @ParameterizedTest
    @CsvSource({
        "'', '', false, false",
        "90, 180, false, false",
        "'-90', '-180', false, false",
        "'0,5', '1,5', false, false",
        "90.1, 0, true, false",
        "0, 180.1, false, true",
        "0.5, '', false, true",
        "'', 1.5, true, false",
        "north, east, true, true"
    })
    void aPointIsWholeAndOnTheEarth(
            String latitude, String longitude, boolean isNorthWrong, boolean isEastWrong) {
        form.setLatitude(latitude);
        form.setLongitude(longitude);
        assertThat(form.isLatitudeWrong()).isEqualTo(isNorthWrong);
        assertThat(form.isLongitudeWrong()).isEqualTo(isEastWrong);
    }

    @Test
    void theNameIsTheCodeIfNoneIsTyped() {
        form.setName(" Fort Portal ");
        assertThat(form.details().code()).isEqualTo("Fort Portal");
        assertThat(form.details().point()).isNull();
        form.setName("x".repeat(100));
        assertThat(form.details().code()).hasSize(Location.CODE_LENGTH);
        form.setCode("fp");
        assertThat(form.details().code()).isEqualTo("fp");
    }

    @Test
    void showsWhatIsStoredAsPeopleWriteIt() {
        var place = new Location("Kampala", "kla");
        place.setPoint(new Point(new BigDecimal("0"), new BigDecimal("32.50")));
        var shown = PlaceForm.of(place);
        assertThat(shown.getLatitude()).isEqualTo("0");
        assertThat(shown.getLongitude()).isEqualTo("32.5");
        assertThat(shown.details().point()).isEqualTo(place.getPoint());
        assertThat(shown.getType()).isEmpty();
        assertThat(shown.getParent().id()).isNull();
    }
}
