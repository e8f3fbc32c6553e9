package org.rapidsms.web.httptester;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import org.rapidsms.contact.Connection;
import org.rapidsms.web.frame.Texts;

/**
 * Takes the number of a phone without the blanks around it, and says what is wrong with another.
 */
@FacesConverter("org.rapidsms.phoneNumber")
public class PhoneNumberConverter implements Converter<String> {

    @Override
    public String getAsObject(FacesContext context, UIComponent component, String typed) {
        var number = typed == null ? "" : typed.strip();
        if (number.isEmpty() || PhoneNumber.isValid(number)) {
            return number;
        }
        var message =
                PhoneNumber.wrongCharacter(number)
                        .map(wrong -> Texts.of("phoneNumberNotNumeric", wrong))
                        .orElseGet(
                                () -> Texts.of("phoneNumberTooLong", Connection.IDENTITY_LENGTH));
        throw new ConverterException(
                new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, String number) {
        return number == null ? "" : number;
    }
}
