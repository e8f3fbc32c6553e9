package org.rapidsms.web.frame;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Writes when something happened: the time alone if it was today. */
@FacesConverter("org.rapidsms.moment")
public class MomentConverter implements Converter<Instant> {

    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("HH:mm");

    private final Clock clock;

    /** Tells the time of the server, in its zone. */
    public MomentConverter() {
        this(Clock.systemDefaultZone());
    }

    MomentConverter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, Instant moment) {
        return moment == null ? "" : words(moment, context.getViewRoot().getLocale());
    }

    String words(Instant moment, Locale locale) {
        var there = moment.atZone(clock.getZone());
        var today = LocalDate.now(clock);
        if (there.toLocalDate().equals(today)) {
            return TODAY.withLocale(locale).format(there);
        }
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        return day.format(there) + ", " + EARLIER.withLocale(locale).format(there);
    }

    @Override
    public Instant getAsObject(FacesContext context, UIComponent component, String words) {
        throw new UnsupportedOperationException("moments are shown, not typed");
    }
}
