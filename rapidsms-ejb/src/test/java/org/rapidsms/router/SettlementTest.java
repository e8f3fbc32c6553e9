package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.Sending;
import org.rapidsms.contact.Connection;
import org.rapidsms.message.OutgoingMessage;
import org.rapidsms.message.Setback;
import org.rapidsms.message.Status;
import org.rapidsms.router.Settlement.Made;
import org.rapidsms.schema.TestDatabase;
import org.rapidsms.testing.Some;

/** What follows from each way in which a gateway does not take a text. */
class SettlementTest {

    private static final String DATABASES = "org.rapidsms.schema.TestDatabase#all";

    private OutboxOn outbox;
    private ConfiguredBackend backend;
    private Connection phone;
    private long message;
    private String messageId;

    @ParameterizedTest
    @MethodSource(DATABASES)
    void writesDownWhatBecameOfEachPhone(TestDatabase database) {
        begin(database, Sending.USUAL, Integer.MAX_VALUE);
        var bad = new Connection(backend.name(), Some.identity());
        var row = outbox.put(new OutgoingMessage(List.of(phone, bad), "x")).get(0).message();
        var claim = outbox.claim(backend, row).get(0);

        outbox.settle(
                backend,
                claim,
                new Outcome(
                        phone.getIdentity(),
                        Optional.empty(),
                        Optional.of("theirs"),
                        "",
                        Optional.empty()),
                Outcome.failed(bad.getIdentity(), SendFailure.REJECTED, "no such number"));

        assertThat(outbox.message(row).getStatus()).isEqualTo(Status.ERRORED);
        assertThat(outbox.transmissions(row))
                .extracting(t -> t.getStatus() + " " + t.getProblem() + " " + t.getExternalId())
                .containsExactly("SENT null theirs", "ERRORED REJECTED: no such number null");
        assertThat(outbox.state(backend).isTroubled()).isFalse();
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aMessageIsSentWithTheLastOfItsPhonesAndDeliveredWithThem(TestDatabase database) {
        begin(database, Sending.USUAL, 1);
        var other = new Connection(backend.name(), Some.identity());
        var row = outbox.put(new OutgoingMessage(List.of(phone, other), "x")).get(0).message();
        var calls = outbox.claim(backend, row);

        outbox.settle(backend, calls.get(0), Outcome.sent(phone.getIdentity()));
        assertThat(outbox.message(row).getStatus()).isEqualTo(Status.PROCESSING);
        assertThat(outbox.message(row).getSent()).isNull();
        outbox.settle(backend, calls.get(1), Outcome.sent(other.getIdentity()));
        assertThat(outbox.message(row).getStatus()).isEqualTo(Status.SENT);
        var sent = outbox.message(row).getSent();
        assertThat(sent).isNotNull();

        report(database, calls.get(0), phone);
        assertThat(outbox.message(row).getStatus()).isEqualTo(Status.SENT);
        report(database, calls.get(1), other);
        assertThat(outbox.message(row).getStatus()).isEqualTo(Status.DELIVERED);
        assertThat(outbox.message(row).getSent()).isEqualTo(sent);
        assertThat(outbox.message(row).getDelivered()).isNotNull();
    }

    private void report(TestDatabase database, Claim call, Connection by) {
        database.run(
                entities ->
                        outbox.reports(entities)
                                .apply(
                                        backend.name(),
                                        new DeliveryReport(
                                                call.sms().messageId(),
                                                by.getIdentity(),
                                                DeliveryReport.State.DELIVERED,
                                                "")));
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatWentOutAfterAllIsNotTriedAgainThoughAnotherAttemptFailed(TestDatabase database) {
        begin(database, Sending.USUAL, 1);
        var first = claim();
        outbox.time(backend, Instant.now());
        var second = outbox.claim(backend).get(0);
        var failed = Outcome.failed(phone.getIdentity(), SendFailure.UNREACHABLE, "no");

        outbox.settle(
                List.of(
                        new Made(backend, second, List.of(failed)),
                        new Made(backend, first, Outcome.allSent(first.sms()))));

        assertThat(status()).isEqualTo(Status.SENT);
        assertThat(outbox.message(message).getStatus()).isEqualTo(Status.SENT);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aReportByTheGatewaysIdMovesItsTextWhicheverComesFirst(TestDatabase database) {
        begin(database, Sending.USUAL, 1);
        var id = Some.text();
        var call = claim();
        reportById(database, id.toUpperCase(Locale.ROOT), id);
        outbox.settle(backend, call, named(id));
        assertThat(status()).isEqualTo(Status.SENT);

        reportById(database, "none", id);
        assertThat(status()).isEqualTo(Status.DELIVERED);

        begin(database, Sending.USUAL, 1);
        var another = Some.text();
        var next = claim();
        reportById(database, another, "none");
        outbox.settle(backend, next, named(another));
        assertThat(status()).isEqualTo(Status.DELIVERED);
        assertThat(outbox.message(message).getStatus()).isEqualTo(Status.DELIVERED);
    }

    private void reportById(TestDatabase database, String... ids) {
        var delivered = DeliveryReport.State.DELIVERED;
        database.run(
                entities ->
                        outbox.reports(entities)
                                .apply(
                                        backend.name(),
                                        DeliveryReport.of(List.of(ids), delivered, "")));
    }

    private Outcome named(String id) {
        return new Outcome(
                phone.getIdentity(), Optional.empty(), Optional.of(id), "", Optional.empty());
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whateverIdAGatewayGivesCanBeWrittenDown(TestDatabase database) {
        begin(database, Sending.USUAL, 1);
        var id = "i\0d" + "9".repeat(300);
        var sent =
                new Outcome(
                        phone.getIdentity(),
                        Optional.empty(),
                        Optional.of(id),
                        "",
                        Optional.empty());
        outbox.settle(backend, claim(), sent);
        assertThat(status()).isEqualTo(Status.SENT);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aPhoneThatTheBackendForgetsIsUnknown(TestDatabase database) {
        begin(database, Sending.USUAL, 1);
        outbox.settle(backend, claim());
        assertThat(problem()).startsWith("UNKNOWN: the backend did not say");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatCouldNotBeReachedIsTriedAgainLaterAndTheHistoryTellsOfIt(TestDatabase database) {
        begin(database, Sending.USUAL, 1);
        var before = Instant.now();
        fail(SendFailure.UNREACHABLE);

        assertThat(status()).isEqualTo(Status.QUEUED);
        assertThat(outbox.message(message).getStatus()).isEqualTo(Status.PROCESSING);
        assertThat(due()).isBetween(before.plusSeconds(1), Instant.now().plusSeconds(3));
        assertThat(outbox.claim(backend)).as("not before it is due").isEmpty();

        outbox.time(backend, Instant.now());
        fail(SendFailure.UNREACHABLE);
        assertThat(due()).isAfter(before.plusSeconds(2));
        outbox.time(backend, Instant.now());
        outbox.settle(backend, claim(), Outcome.sent(phone.getIdentity()));

        assertThat(status()).isEqualTo(Status.SENT);
        assertThat(problem()).isNull();
        assertThat(setbacks(database))
                .extracting(s -> s.getAttempt() + " " + s.getWords())
                .containsExactly("1 UNREACHABLE: no", "2 UNREACHABLE: no");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whateverAGatewaySaysCanBeWrittenDown(TestDatabase database) {
        begin(database, Sending.USUAL, 1);
        outbox.settle(
                backend,
                claim(),
                Outcome.failed(phone.getIdentity(), SendFailure.UNREACHABLE, "n\0o\uD800"));
        assertThat(problem()).isEqualTo("UNREACHABLE: no");
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void whatIsTooOldIsGivenUpWithTheReason(TestDatabase database) {
        begin(database, sending(Duration.ZERO, true), 1);
        fail(SendFailure.UNREACHABLE);
        assertThat(status()).isEqualTo(Status.ERRORED);
        assertThat(problem()).isEqualTo("UNREACHABLE: no");
        assertThat(outbox.message(message).getStatus()).isEqualTo(Status.ERRORED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aGatewayThatThrottlesIsLeftAloneForAsLongAsItSays(TestDatabase database) {
        begin(database, Sending.USUAL, 1);
        var before = Instant.now();
        fail(SendFailure.THROTTLED, Duration.ofSeconds(70));
        anotherMessage();

        assertThat(outbox.claim(backend)).as("nor is anything else sent").isEmpty();
        assertThat(outbox.state(backend).getPausedUntil())
                .isBetween(before.plusSeconds(70), Instant.now().plusSeconds(70));
        assertThat(due()).isAfterOrEqualTo(before.plusSeconds(70));
    }

    @ParameterizedTest
    @EnumSource(
            value = SendFailure.class,
            names = {"MISCONFIGURED", "NO_CREDIT"})
    void whatOnlyAnAdministratorCanMendPausesTheBackendAndKeepsAll(SendFailure failure) {
        TestDatabase.all()
                .forEach(
                        database -> {
                            begin(database, sending(Duration.ZERO, true), 1);
                            fail(failure);
                            assertThat(status()).isEqualTo(Status.QUEUED);
                            assertThat(outbox.claim(backend)).isEmpty();
                            assertThat(outbox.state(backend).getProblem())
                                    .isEqualTo(failure + ": no");
                            assertThat(due()).isEqualTo(outbox.state(backend).getPausedUntil());
                        });
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aStartWithOtherSettingsEndsThePause(TestDatabase database) {
        begin(database, Sending.USUAL, 1);
        fail(SendFailure.MISCONFIGURED);
        anotherMessage();
        assertThat(outbox.claim(backend)).isEmpty();

        backend = outbox.backend(backend.name(), Sending.USUAL, 1);

        assertThat(outbox.claim(backend)).as("what was tried waits for its time").hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void afterFiveFailuresOneTextTriesWhetherTheGatewayIsBack(TestDatabase database) {
        begin(database, Sending.USUAL, 1);
        for (int i = 0; i < 5; i++) {
            outbox.time(backend, Instant.now());
            fail(SendFailure.UNREACHABLE);
        }
        assertThat(outbox.state(backend).isPaused(Instant.now())).isTrue();
        anotherMessage();
        outbox.time(backend, Instant.now());
        assertThat(outbox.claim(backend)).isEmpty();

        endPause(database);
        var probe = outbox.claim(backend);
        assertThat(probe).hasSize(1);
        assertThat(outbox.claim(backend)).as("while it is tried nobody else does").isEmpty();
        outbox.settle(backend, probe.get(0), Outcome.sent(phone.getIdentity()));

        assertThat(outbox.state(backend).isTroubled()).isFalse();
        assertThat(outbox.claim(backend)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void theOutcomeThatNobodyKnowsIsTriedAgainIfTheSettingsSaySo(TestDatabase database) {
        begin(database, Sending.USUAL, 1);
        fail(SendFailure.UNKNOWN);
        assertThat(status()).isEqualTo(Status.QUEUED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void elseItIsHeldUntilADeliveryReportTells(TestDatabase database) {
        begin(database, sending(Duration.ofHours(1), false), 1);
        fail(SendFailure.UNKNOWN);
        assertThat(status()).isEqualTo(Status.PROCESSING);
        assertThat(outbox.claim(backend)).isEmpty();

        database.run(
                entities ->
                        outbox.reports(entities)
                                .apply(
                                        backend.name(),
                                        new DeliveryReport(
                                                messageId,
                                                phone.getIdentity(),
                                                DeliveryReport.State.SENT,
                                                "")));

        assertThat(status()).isEqualTo(Status.SENT);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void aReportThatComesBeforeTheAnswerStays(TestDatabase database) {
        begin(database, Sending.USUAL, 1);
        var claim = claim();
        database.run(
                entities ->
                        outbox.reports(entities)
                                .apply(
                                        backend.name(),
                                        new DeliveryReport(
                                                messageId,
                                                phone.getIdentity(),
                                                DeliveryReport.State.DELIVERED,
                                                "")));
        outbox.settle(backend, claim, Outcome.sent(phone.getIdentity()));
        assertThat(status()).isEqualTo(Status.DELIVERED);
    }

    @ParameterizedTest
    @MethodSource(DATABASES)
    void anEagerRouterTriesNothingAgain(TestDatabase database) {
        outbox = new OutboxOn(database).eager();
        begin(Sending.USUAL, 1);
        outbox.settle(
                backend,
                outbox.claim(backend, message).get(0),
                Outcome.failed(phone.getIdentity(), SendFailure.UNREACHABLE, "no"));
        assertThat(status()).isEqualTo(Status.ERRORED);
    }

    private void begin(TestDatabase database, Sending sending, int phonesAtOnce) {
        outbox = new OutboxOn(database);
        begin(sending, phonesAtOnce);
    }

    private void begin(Sending sending, int phonesAtOnce) {
        backend = outbox.backend("b" + Some.text(), sending, phonesAtOnce);
        phone = new Connection(backend.name(), Some.identity());
        var first = new OutgoingMessage(List.of(phone), "hello");
        messageId = first.id();
        message = outbox.put(first).get(0).message();
    }

    private void anotherMessage() {
        outbox.put(new OutgoingMessage(List.of(phone), "and this"));
    }

    private static Sending sending(Duration maxAge, boolean resend) {
        return new Sending(1, OptionalInt.empty(), Duration.ofSeconds(1), maxAge, resend);
    }

    private Claim claim() {
        endPause();
        return outbox.claim(backend).get(0);
    }

    private void endPause() {
        // Before the fifth failure there is none.
        assertThat(outbox.state(backend).isPaused(Instant.now())).isFalse();
    }

    private void endPause(TestDatabase database) {
        database.run(
                entities ->
                        entities.find(org.rapidsms.backend.BackendState.class, backend.name())
                                .tried(Instant.now()));
    }

    private void fail(SendFailure failure) {
        outbox.settle(backend, claim(), Outcome.failed(phone.getIdentity(), failure, "no"));
    }

    private void fail(SendFailure failure, Duration retryAfter) {
        outbox.settle(
                backend,
                claim(),
                Outcome.failed(
                        phone.getIdentity(),
                        new SendException(failure, "no", Optional.of(retryAfter))));
    }

    private Status status() {
        return outbox.transmissions(message).get(0).getStatus();
    }

    private String problem() {
        return outbox.transmissions(message).get(0).getProblem();
    }

    private Instant due() {
        return outbox.transmissions(message).get(0).getDue();
    }

    private List<Setback> setbacks(TestDatabase database) {
        return database.ask(
                entities ->
                        entities.createQuery(
                                        "select s from Setback s where s.transmission.message.id = :m"
                                                + " order by s.id",
                                        Setback.class)
                                .setParameter("m", message)
                                .getResultList());
    }
}
