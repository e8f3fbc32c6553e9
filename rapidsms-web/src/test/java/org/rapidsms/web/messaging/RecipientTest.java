package org.rapidsms.web.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecipientTest {

    @Test
    void isCalledByNameAndPhone() {
        assertThat(new Recipient(1, "Ann", "kannel", "+1155501").getLabel())
                .isEqualTo("Ann (kannel - +1155501)");
    }

    @Test
    void isCalledByThePhoneIfNobodyKnowsTheName() {
        assertThat(new Recipient(1, "", "kannel", "+1155501").getLabel())
                .isEqualTo("kannel - +1155501");
    }
}
