package org.rapidsms.it.stranger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.rapidsms.contact.ContactField;
import org.rapidsms.contact.FieldType;

/** Where a contact lives. */
@ApplicationScoped
@Priority(1)
public class HomeVillage implements ContactField<String> {

    @Override
    public String key() {
        return "village";
    }

    @Override
    public String label(Locale locale) {
        return "Village";
    }

    @Override
    public FieldType<String> type() {
        return FieldType.TEXT;
    }

    @Override
    public boolean isListed() {
        return true;
    }

    @Override
    public Optional<String> complaint(String value, Locale locale) {
        return value.equals("Nowhere")
                ? Optional.of("There is no village of this name.")
                : Optional.empty();
    }
}
