package org.rapidsms.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.rapidsms.backend.DeliveryReport.State.FAILED;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** What waits for phones of ours, on real databases. */
class PhoneTextsTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";
    private static final Duration LEASE = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final String phone = Some.text();
    private final String another = Some.text();

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aTextIsKeptOnceForEachPhoneThoughItIsHandedOverTwice(TestDatabase database) {
        var texts = new PhoneTextsOn(database);

        texts.keep(phone, sms("m1", "سلام 😀", "1"));
        texts.keep(phone, sms("m1", "سلام 😀", "1", "2"));
        texts.keep(another, sms("m1", "x", "1"));

        assertThat(texts.fetch(phone, LEASE))
                .extracting(PhoneText::getText, PhoneText::getIdentity)
                .containsExactly(tuple("سلام 😀", "1"), tuple("سلام 😀", "2"));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aPhoneThatDiesAfterFetchingLosesNothing(TestDatabase database) {
        var texts = new PhoneTextsOn(database);
        texts.keep(phone, sms("m1", "x", "1"));
        var first = names(texts.fetch(phone, LEASE));

        assertThat(texts.fetch(phone, LEASE)).isEmpty();
        texts.endLeases(phone);

        assertThat(names(texts.fetch(phone, LEASE))).hasSize(1).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void withoutALeaseATextIsGivenOnce(TestDatabase database) {
        var texts = new PhoneTextsOn(database);
        texts.keep(phone, sms("m1", "x", "1"));
        texts.fetch(phone, Duration.ZERO);

        texts.endLeases(phone);

        assertThat(texts.fetch(phone, Duration.ZERO)).isEmpty();
        assertThat(texts.open(phone)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatHasEndedIsGivenToNobodyAndMayBeToldTwice(TestDatabase database) {
        var texts = new PhoneTextsOn(database);
        texts.keep(phone, sms("m1", "x", "1"));
        var name = names(texts.fetch(phone, LEASE)).get(0);

        assertThat(texts.end(another, name)).isEmpty();
        assertThat(texts.end(phone, name)).isPresent();
        assertThat(texts.end(phone, name)).isPresent();
        texts.endLeases(phone);

        assertThat(texts.hold(phone, name, LEASE)).isEmpty();
        assertThat(texts.fetch(phone, LEASE)).isEmpty();
        assertThat(texts.open(phone)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whoeverStillHasATextKeepsItForAnotherLease(TestDatabase database) {
        var texts = new PhoneTextsOn(database);
        texts.keep(phone, sms("m1", "x", "1"));
        var name = names(texts.fetch(phone, LEASE)).get(0);
        texts.endLeases(phone);

        assertThat(texts.hold(phone, name, LEASE)).isPresent();

        assertThat(texts.fetch(phone, LEASE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void phonesThatFetchAtTheSameTimeAreNotGivenTheSame(TestDatabase database) {
        var texts = new PhoneTextsOn(database);
        texts.keep(phone, sms("m1", "x", "1"));

        database.run(
                entities -> {
                    var first = new PhoneTexts();
                    first.entities = entities;
                    assertThat(first.fetch(phone, LEASE)).hasSize(1);
                    assertThat(texts.fetch(phone, LEASE)).isEmpty();
                });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatIsTooOldIsEndedAndToldOnce(TestDatabase database) {
        var texts = new PhoneTextsOn(database);
        texts.keep(phone, sms("m1", "x", "1"));
        assertThat(texts.giveUp(phone, DAY)).isEmpty();
        texts.date(phone, Instant.now().minus(DAY).minusSeconds(60));

        assertThat(texts.giveUp(phone, DAY))
                .extracting(PhoneText::tooLate)
                .containsExactly(new DeliveryReport("m1", "1", FAILED, "no phone fetched it"));
        assertThat(texts.giveUp(phone, DAY)).isEmpty();
        assertThat(texts.fetch(phone, LEASE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatHasLongBeenOverIsForgotten(TestDatabase database) {
        var texts = new PhoneTextsOn(database);
        texts.keep(phone, sms("m1", "x", "1"));
        var name = names(texts.fetch(phone, LEASE)).get(0);
        texts.end(phone, name);
        texts.date(phone, Instant.now().minus(Duration.ofDays(9)));

        texts.giveUp(phone, DAY);

        assertThat(texts.end(phone, name)).isEmpty();
    }

    private static List<String> names(List<PhoneText> texts) {
        return texts.stream().map(PhoneText::getName).toList();
    }

    private static OutgoingSms sms(String id, String text, String... phones) {
        return new OutgoingSms(id, text, List.of(phones), Map.of());
    }
}
