package org.rapidsms.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which fields of contacts a server may have. */
class ContactFieldsTest {

    @Test
    void twoOfOneKeyRefuseToStart() {
        var twice = List.of(SomeField.text("village"), SomeField.of("village", FieldType.NUMBER));
        assertThatThrownBy(() -> ContactFields.of(twice))
                .hasMessageStartingWith("two apps declare the contact field \"village\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Village", "1st", "a b", "a=b", "village_2", "name", "identity"})
    void aKeyThatFilesCouldNotHaveRefusesToStart(String key) {
        assertThatThrownBy(() -> ContactFields.of(List.of(SomeField.text(key))))
                .hasMessageStartingWith("the contact field \"" + key + "\" needs");
    }

    @Test
    void whatIsNotNamedStaysAsItIs() {
        var fields = ContactFields.of(List.of(SomeField.text("a"), SomeField.text("b")));
        var ann = new Contact("Ann");
        fields.write(ann, Map.of("a", "1", "b", "2", "unknown", "3"));
        fields.write(ann, Map.of("b", ""));
        assertThat(ann.written()).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void aWrongValueIsRefused() {
        var fields = ContactFields.of(List.of(SomeField.of("a", FieldType.NUMBER)));
        var ann = new Contact("Ann");
        assertThatThrownBy(() -> fields.write(ann, Map.of("a", "many")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fields.write(ann, Map.of("a", "nowhere")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
