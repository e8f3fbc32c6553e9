package org.rapidsms.message;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a status as its letter. */
@Converter(autoApply = true)
public class StatusConverter implements AttributeConverter<Status, String> {

    @Override
    public String convertToDatabaseColumn(Status status) {
        return status == null ? null : status.letter();
    }

    @Override
    public Status convertToEntityAttribute(String letter) {
        return letter == null ? null : Status.ofLetter(letter);
    }
}
