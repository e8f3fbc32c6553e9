package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole road of a backend that keeps a connection: a chat, RapidSMS, and back. */
@OnServer
@Needs(Ngircd.PROGRAM)
class IrcIT {

    @Test
    void whoAsksInTheChannelIsAnsweredThere() throws IOException {
        try (var alice = Chatter.enter("alice")) {
            alice.say(Ngircd.CHANNEL, "ping");
            alice.say(Ngircd.CHANNEL, "rapidsms: echo for you");

            heard(alice, Ngircd.CHANNEL, "alice: for you");
        }
    }

    @Test
    void whoAsksAloneIsAnsweredAlone() throws IOException {
        try (var bob = Chatter.enter("bob")) {
            bob.say("rapidsms", "echo مرحبا 😀");

            heard(bob, "bob", "مرحبا 😀");
            assertThat(bob.heardIn(Ngircd.CHANNEL)).isEmpty();
        }
    }

    @Test
    void anAnswerThatIsTooLongForALineComesInTwo() throws IOException {
        try (var carol = Chatter.enter("carol")) {
            var words = "ሰላም ".repeat(44).strip();
            carol.say(Ngircd.CHANNEL, "rapidsms: echo " + words);

            await().atMost(ofSeconds(20)).until(() -> carol.heardIn(Ngircd.CHANNEL).size() == 2);
            var lines = carol.heardIn(Ngircd.CHANNEL);
            assertThat(lines).allMatch(line -> line.startsWith("carol: "));
            assertThat(String.join(" ", lines).replace("carol: ", "")).isEqualTo(words);
        }
    }

    @Test
    void afterTheServerOfTheChatWasGoneRapidSmsIsThereAgain() throws IOException {
        Ngircd.stop();
        Ngircd.start();

        try (var dave = Chatter.enter("dave")) {
            dave.say("rapidsms", "ping");
            heard(dave, "dave", "pong");
        }
    }

    private static void heard(Chatter who, String where, String text) {
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(who.heardIn(where)).isEqualTo(List.of(text)));
    }
}
