package org.rapidsms.it.stranger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.rapidsms.contact.ContactField;
import org.rapidsms.contact.FieldType;

/** What a contact does. */
@ApplicationScoped
public class Job implements ContactField<String> {

    @Override
    public String key() {
        return "job";
    }

    @Override
    public String label(Locale locale) {
        return "Job";
    }

    @Override
    public FieldType<String> type() {
        return FieldType.choice("nurse", "driver");
    }

    @Override
    public String optionLabel(String option, Locale locale) {
        return option.equals("nurse") ? "Nurse" : "Driver";
    }
}
