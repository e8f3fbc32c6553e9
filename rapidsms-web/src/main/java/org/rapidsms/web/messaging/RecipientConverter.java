package org.rapidsms.web.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.rapidsms.contact.Recipients;

/**
 * Finds the recipient that a form names by the number of its connection. One that is not there
 * becomes {@link Recipient#GONE}: the page says so, and keeps the others.
 */
@Named
@ApplicationScoped
public class RecipientConverter implements Converter<Recipient> {

    @Inject Recipients recipients;

    @Override
    public Recipient getAsObject(FacesContext context, UIComponent component, String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        return id.matches("[0-9]{1,18}") ? find(Long.parseLong(id)) : Recipient.GONE;
    }

    private Recipient find(long id) {
        return recipients.withIds(List.of(id)).stream()
                .findFirst()
                .map(Recipient::of)
                .orElse(Recipient.GONE);
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, Recipient recipient) {
        return recipient == null ? "" : Long.toString(recipient.id());
    }
}
