package org.rapidsms.message;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a direction as its letter. */
@Converter(autoApply = true)
public class DirectionConverter implements AttributeConverter<Direction, String> {

    @Override
    public String convertToDatabaseColumn(Direction direction) {
        return direction == null ? null : direction.letter();
    }

    @Override
    public Direction convertToEntityAttribute(String letter) {
        if (letter == null) {
            return null;
        }
        return Direction.INCOMING.letter().equals(letter) ? Direction.INCOMING : Direction.OUTGOING;
    }
}
