package org.rapidsms.it.stranger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Locale;
import org.rapidsms.contact.ContactField;
import org.rapidsms.contact.FieldType;

/** When a contact was born. */
@ApplicationScoped
public class Born implements ContactField<LocalDate> {

    @Override
    public String key() {
        return "born";
    }

    @Override
    public String label(Locale locale) {
        return locale.getLanguage().equals("fr") ? "Date de naissance" : "Date of birth";
    }

    @Override
    public FieldType<LocalDate> type() {
        return FieldType.DATE;
    }

    @Override
    public boolean isListed() {
        return true;
    }
}
