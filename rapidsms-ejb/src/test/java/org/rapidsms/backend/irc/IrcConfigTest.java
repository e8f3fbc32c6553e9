package org.rapidsms.backend.irc;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rapidsms.testing.BackendTable;

/** What must be set, and how. */
class IrcConfigTest {

    @TestFactory
    Stream<DynamicTest> settings() {
        return BackendTable.of(IrcEngine::new)
                .setting("host", "irc.example.org")
                .requires("host")
                .refusesSetting(
                        "nick",
                        "7up",
                        "must be at most 30 letters, digits and -_[]{}|`^ that begin with no digit,"
                                + " not 7up")
                .refusesSetting(
                        "channels",
                        "#a, field",
                        "must be names such as #field, with commas between them")
                .refusesSetting("burst", "0", "must be a whole number from 1 to 100, not 0")
                .tests();
    }
}
