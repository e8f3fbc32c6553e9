package org.rapidsms.backend.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.TextPartsOn;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** Long texts of phones, which come in parts, on real databases. */
class PartedTextsTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";
    private static final String PHONE = "15550007";

    private final String name = Some.text();
    private final Received received = new Received();
    private final Map<String, String> settings = new HashMap<>();

    /** What came; what came before is not stored again. */
    private static final class Received implements Receiver {

        private final List<IncomingSms> texts = new ArrayList<>();
        private boolean fails;

        @Override
        public void ready() {
            throw new AssertionError("this is another test's");
        }

        @Override
        public synchronized void receive(BackendEvent event) {
            if (fails) {
                throw new IllegalStateException("the database is away");
            }
            var sms = (IncomingSms) event;
            var id = sms.fields().get("external_id");
            if (texts.stream().noneMatch(text -> text.fields().get("external_id").equals(id))) {
                texts.add(sms);
            }
        }

        List<String> said() {
            return texts.stream().map(IncomingSms::text).toList();
        }
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aTextIsHandedOnWhenAllIsThereInWhateverOrder(TestDatabase database) {
        var delivery = delivery(database);

        assertThat(deliver(delivery, part(42, 2, 2, " part two."))).isZero();
        assertThat(received.texts).isEmpty();
        assertThat(deliver(delivery, part(42, 2, 1, "Part one,"))).isZero();

        assertThat(received.said()).containsExactly("Part one, part two.");
        assertThat(received.texts.get(0).identity()).isEqualTo(PHONE);
        assertThat(received.texts.get(0).fields()).containsEntry("to", "789");
        assertThat(received.texts.get(0).fields()).doesNotContainKey("parts");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void itsPartsOutliveTheServer(TestDatabase database) {
        deliver(delivery(database), part(42, 2, 1, "Part one,"));
        deliver(delivery(database), part(42, 2, 2, " part two."));

        assertThat(received.said()).containsExactly("Part one, part two.");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void partsNamedBesideTheTextAreParts(TestDatabase database) {
        var delivery = delivery(database);
        delivery.take(
                RawPdu.deliverSm(
                        "0001013135353530303130000101373839000000000000000000000873617220"
                                + "6f6e652c020c0002004d020e000102020f000101"),
                received);
        delivery.take(
                RawPdu.deliverSm(
                        "0001013135353530303130000101373839000000000000000000000820736172"
                                + "2074776f020c0002004d020e000102020f000102"),
                received);

        assertThat(received.said()).containsExactly("sar one, sar two");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aCharacterMayBeCutInHalves(TestDatabase database) {
        var delivery = delivery(database);
        deliver(delivery, ucs2(42, 2, 1, "d83d"));
        deliver(delivery, ucs2(42, 2, 2, "de00"));

        assertThat(received.said()).containsExactly("😀");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void textsOfOthersAndOfOtherNumbersAreNotMixed(TestDatabase database) {
        var delivery = delivery(database);
        deliver(delivery, part(42, 2, 1, "one "));
        deliver(delivery, part(43, 2, 2, "other"));
        deliver(delivery, part("15550008", 42, 2, 2, "stranger"));
        deliver(delivery, part(42, 3, 2, "longer"));

        assertThat(received.texts).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void partsThatComeAtOnceMakeOneText(TestDatabase database) {
        var delivery = delivery(database);

        IntStream.rangeClosed(1, 8)
                .parallel()
                .forEach(i -> deliver(delivery, part(42, 8, i, String.valueOf(i))));

        assertThat(received.said()).containsExactly("12345678");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void pitfall14ATextThatCannotBeStoredComesWithTheNextTryOfItsLastPart(TestDatabase database) {
        var delivery = delivery(database);
        deliver(delivery, part(42, 2, 1, "one "));
        received.fails = true;
        assertThat(deliver(delivery, part(42, 2, 2, "two"))).isEqualTo(0x64);
        received.fails = false;

        assertThat(deliver(delivery, part(42, 2, 2, "two"))).isZero();
        assertThat(received.said()).containsExactly("one two");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aPartThatIsRepeatedChangesNothing(TestDatabase database) {
        settings.put("parts-wait", "0s");
        var patient = delivery(database, Map.of());
        deliver(patient, part(42, 2, 1, "one "));
        deliver(patient, part(42, 2, 1, "one "));
        deliver(patient, part(42, 2, 2, "two"));
        var impatient = delivery(database);
        deliver(impatient, part(42, 2, 2, "two"));
        handOnIncomplete(database);

        assertThat(received.said()).containsExactly("one two");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aTextWhosePartIsMissingIsHandedOnAfterAWhile(TestDatabase database) {
        var patient = delivery(database);
        deliver(patient, part(42, 3, 1, "one "));
        handOnIncomplete(database);
        assertThat(received.texts).isEmpty();

        settings.put("parts-wait", "0s");
        var impatient = delivery(database);
        deliver(impatient, part(43, 3, 3, "three"));
        handOnIncomplete(database);
        handOnIncomplete(database);

        assertThat(received.said()).containsExactly("three");
        assertThat(received.texts.get(0).fields()).containsEntry("parts", "1 of 3");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aPhoneThatDoesNotCountLosesNoText(TestDatabase database) {
        var delivery = delivery(database);
        deliver(delivery, part(0, 2, 1, "first, "));
        deliver(delivery, part(0, 2, 1, "second, "));
        deliver(delivery, part(0, 2, 2, "whole"));
        handOnIncomplete(database);
        deliver(delivery, part(0, 2, 1, "second, "));
        deliver(delivery, part(0, 2, 2, "again"));

        assertThat(received.said()).containsExactly("second, whole", "first, ", "second, again");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatWasHandedOnIsForgottenAtLast(TestDatabase database) {
        settings.put("parts-wait", "0s");
        var parts = new TextPartsOn(database, name);
        var delivery = delivery(database);
        deliver(delivery, part(42, 2, 1, "one "));
        parts.forget(Instant.now());
        assertThat(parts.count(name)).isOne();
        handOnIncomplete(database);
        parts.forget(Instant.now());

        assertThat(parts.count(name)).isZero();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatCannotBeHandedOnWaitsForTheNextRound(TestDatabase database) {
        settings.put("parts-wait", "0s");
        var delivery = delivery(database);
        deliver(delivery, part(42, 2, 1, "one "));
        received.fails = true;
        handOnIncomplete(database);
        received.fails = false;
        handOnIncomplete(database);

        assertThat(received.said()).containsExactly("one ");
    }

    private Delivery delivery(TestDatabase database) {
        return delivery(database, settings);
    }

    private Delivery delivery(TestDatabase database, Map<String, String> settings) {
        var config = SmppConfigTest.config(settings);
        return new Delivery(
                name,
                config,
                new MessageIds(config.messageIds(), f -> {}),
                new TextPartsOn(database, name));
    }

    private void handOnIncomplete(TestDatabase database) {
        new TextPartsOn(database, name).late().handOn(name, received::receive);
    }

    private int deliver(Delivery delivery, Pdu pdu) {
        return delivery.take(pdu, received);
    }

    private static Pdu part(int reference, int total, int number, String text) {
        return part(PHONE, reference, total, number, text);
    }

    private static Pdu part(String phone, int reference, int total, int number, String text) {
        return pdu(phone, reference, total, number, 0, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static Pdu ucs2(int reference, int total, int number, String octets) {
        return pdu(PHONE, reference, total, number, 8, RawPdu.hex(octets));
    }

    private static Pdu pdu(
            String phone, int reference, int total, int number, int coding, byte[] text) {
        var data = new byte[6 + text.length];
        System.arraycopy(
                new byte[] {5, 0, 3, (byte) reference, (byte) total, (byte) number}, 0, data, 0, 6);
        System.arraycopy(text, 0, data, 6, text.length);
        return new Pdu(phone, "789", 0x40, coding, data, Map.of());
    }
}
