package org.rapidsms.backend.vumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.rapidsms.backend.Backend;
import org.rapidsms.backend.Gateway.Call;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Settings;
import org.rapidsms.testing.SomeGateway;

/** The backend and a relay that keeps to Vumi's rules. */
class VumiRelayTest {

    private final SomeRelay relay = new SomeRelay("Basic cmFwaWRzbXM6c2VjcmV0");
    private final SomeGateway gateway = new SomeGateway(relay);
    private final Backend vumi = vumi(gateway, Map.of());

    @Test
    void eachPhoneHasTheIdThatTheRelayGaveIt() {
        assertThat(vumi.send(to(Map.of(), "+1", "2")))
                .extracting(Outcome::identity, Outcome::failure, Outcome::externalId)
                .containsExactly(
                        tuple("+1", Optional.empty(), Optional.of("id of +1")),
                        tuple("2", Optional.empty(), Optional.of("id of 2")));
    }

    @Test
    void anAnswerShorterThanTheListOfPhonesMeansThatJustTheMissingOnesFailed() {
        relay.failing.add("2");

        assertThat(vumi.send(to(Map.of(), "1", "2", "3")))
                .extracting(Outcome::failure)
                .containsExactly(
                        Optional.empty(), Optional.of(SendFailure.UNREACHABLE), Optional.empty());
    }

    @Test
    void anAnswerNamesWhatIsAnswered() {
        relay.asked.put("q1", "+1");

        vumi.send(to(Map.of("external_id", "q1"), "+1"));

        assertThat(gateway.calls()).singleElement().satisfies(call -> isAnswer(call, "q1"));
    }

    @Test
    void anAnswerThatComesTooLateForTheRelayIsSentOnceMoreAsNoAnswer() {
        var outcomes = vumi.send(to(Map.of("external_id", "forgotten"), "+1"));

        assertThat(outcomes).extracting(Outcome::failure).containsExactly(Optional.empty());
        assertThat(gateway.calls()).hasSize(2);
        isAnswer(gateway.calls().get(0), "forgotten");
        assertThat(gateway.calls().get(1).body()).doesNotContain("in_reply_to");
    }

    @Test
    void whatGoesToManyIsNoAnswer() {
        relay.asked.put("q1", "+1");

        vumi.send(to(Map.of("external_id", "q1"), "+1", "2"));

        assertThat(gateway.calls())
                .singleElement()
                .extracting(Call::body)
                .asString()
                .doesNotContain("in_reply_to");
    }

    @Test
    void aRelayThatDoesNotKnowUsIsAMatterOfSettings() {
        var stranger = new SomeGateway(new SomeRelay("Basic somebody-else"));

        assertThatThrownBy(() -> vumi(stranger, Map.of()).send(to(Map.of(), "1")))
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.MISCONFIGURED))
                .hasMessage("401 Unauthorized");
    }

    @Test
    void anEndpointThatTheRelayDoesNotAllowIsRejected() {
        var elsewhere = vumi(gateway, Map.of("sendsms-params.endpoint", "elsewhere"));

        assertThatThrownBy(() -> elsewhere.send(to(Map.of(), "1")))
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.REJECTED));
    }

    @Test
    void anAnswerThatIsCutOffMeansThatAllWereSentTo() {
        var cut =
                new SomeGateway(
                        call -> new Reply(200, "[{\"to_addr\":\"1\",\"message_id\":\"a\"},{\"to"));

        assertThat(vumi(cut, Map.of()).send(to(Map.of(), "1", "2")))
                .extracting(Outcome::failure, Outcome::externalId)
                .containsExactly(
                        tuple(Optional.empty(), Optional.of("a")),
                        tuple(Optional.empty(), Optional.empty()));
    }

    private static void isAnswer(Call call, String id) {
        assertThat(call.body()).contains("\"in_reply_to\":\"" + id + "\"");
    }

    private static Backend vumi(SomeGateway gateway, Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("sendsms-url", "http://vumi.test/send/");
        settings.put("sendsms-user", "rapidsms");
        settings.put("sendsms-pass", "secret");
        return new VumiEngine(gateway).configure("test", Settings.of("x", settings));
    }

    private static OutgoingSms to(Map<String, String> context, String... phones) {
        return new OutgoingSms("m1", "hello", List.of(phones), context);
    }
}
