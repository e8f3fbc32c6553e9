package org.rapidsms.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows 1 to 5 of the conformance list, as far as they need no database. */
class ContactTest {

    private final Contact ann = new Contact("Ann");

    @Test
    void withoutNameIsAnonymous() {
        var nobody = new Contact("");
        assertThat(nobody).hasToString("Anonymous");
        assertThat(nobody.isAnonymous()).isTrue();
        assertThat(nobody.defaultConnection()).isEmpty();
    }

    @Test
    void withNameIsCalledByIt() {
        assertThat(ann).hasToString("Ann");
        assertThat(ann.isAnonymous()).isFalse();
    }

    @Test
    void isReachedByItsOldestConnection() {
        var first = new Connection("mtn", "1");
        first.assignTo(ann);
        new Connection("mtn", "2").assignTo(ann);
        assertThat(ann.defaultConnection()).contains(first);
    }

    @Test
    void aConnectionHasOneOwnerAtATime() {
        var connection = new Connection("mtn", "1");
        connection.assignTo(ann);
        var bob = new Contact("Bob");
        connection.assignTo(bob);
        assertThat(connection.contact()).contains(bob);
        assertThat(ann.getConnections()).isEmpty();
        assertThat(bob.getConnections()).containsExactly(connection);
    }

    @Test
    void aReleasedConnectionBelongsToNobody() {
        var connection = new Connection("mtn", "1");
        connection.assignTo(ann);
        connection.release();
        connection.release();
        assertThat(connection.contact()).isEmpty();
        assertThat(ann.getConnections()).isEmpty();
    }

    @Test
    void aConnectionIsCalledByIdentityAndBackend() {
        assertThat(new Connection("b", "1")).hasToString("1 via b");
    }

    @Test
    void connectionsAreEqualLetterByLetter() {
        assertThat(new Connection("b", "A"))
                .isEqualTo(new Connection("b", "A"))
                .hasSameHashCodeAs(new Connection("b", "A"))
                .isNotEqualTo(new Connection("b", "a"))
                .isNotEqualTo(new Connection("c", "A"))
                .isNotEqualTo(new Connection("b", "A "));
    }

    @Test
    void connectionsAreSortedByLanguage() {
        var bob = new Contact("Bob");
        bob.setLanguage("fr");
        var first = new Connection("b", "1");
        var second = new Connection("b", "2");
        var third = new Connection("b", "3");
        second.assignTo(bob);
        third.assignTo(ann);
        assertThat(Connection.byLanguage(List.of(first, second, third)))
                .containsExactly(
                        Map.entry("", List.of(first, third)), Map.entry("fr", List.of(second)));
    }
}
