package org.rapidsms.backend.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.HttpGateway;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Settings;

/** A conversation with an SMS centre, over a real line. */
class SmppBackendTest {

    private static final String PHONE = "15550001";

    private final ScriptedSmsc smsc = new ScriptedSmsc();
    private final Received received = new Received();
    private final Map<String, String> settings =
            new HashMap<>(
                    Map.of(
                            "host", "127.0.0.1",
                            "port", String.valueOf(smsc.port()),
                            "system-id", "rapid",
                            "password", "s3cret",
                            "source-address", "789",
                            "message-id", "hex-decimal"));
    private SmppBackend backend;
    private Thread connecting;
    private CompletableFuture<Exception> end;

    /** What came. */
    private static final class Received implements Receiver {

        private final CountDownLatch ready = new CountDownLatch(1);
        private final List<BackendEvent> events = new CopyOnWriteArrayList<>();
        private final CountDownLatch free = new CountDownLatch(1);
        private volatile boolean fails;
        private volatile boolean stores = true;

        @Override
        public void ready() {
            ready.countDown();
        }

        @Override
        public void receive(BackendEvent event) {
            if (fails) {
                throw new IllegalStateException("the database is away");
            }
            events.add(event);
            if (!stores) {
                join(free);
            }
        }
    }

    private static void join(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void hangUp() throws IOException, InterruptedException {
        if (connecting != null) {
            connecting.interrupt();
            connecting.join();
        }
        smsc.close();
    }

    @Test
    void bindsWithItsNameAndPassword() throws InterruptedException {
        connected();

        assertThat(smsc.binds()).containsExactly("rapid/s3cret");
    }

    @Test
    void sendsATextAndKnowsItByTheGatewaysId() throws InterruptedException {
        connected();

        assertThat(send("+" + PHONE, "hello world"))
                .isEqualTo(
                        new Outcome(
                                "+" + PHONE,
                                Optional.empty(),
                                Optional.of("1900578521"),
                                "",
                                Optional.empty()));
        var submit = smsc.submits().get(0);
        assertThat(submit.source()).isEqualTo("789");
        assertThat(submit.ton()).isEqualTo(3);
        assertThat(submit.npi()).isZero();
        assertThat(submit.phone()).isEqualTo(PHONE);
        assertThat(submit.registeredDelivery()).isEqualTo(1);
        assertThat(submit.text()).isEqualTo("hello world");
    }

    @Test
    void pitfall10OnlyTheLastPartIsAskedForAReceiptWhichStandsForAll() throws InterruptedException {
        connected();
        var outcome = send(PHONE, "x".repeat(400));

        assertThat(smsc.submits())
                .extracting(ScriptedSmsc.Submit::registeredDelivery)
                .containsExactly(0, 0, 1);
        // The third id that was given out: 0x714886db.
        assertThat(outcome.externalId()).contains("1900578523");
    }

    @ParameterizedTest
    @CsvSource({
        "0x0058, THROTTLED, PT1S",
        "0x0014, THROTTLED, PT10S",
        "0x000B, REJECTED, ",
        "0x0045, UNREACHABLE, ",
        "0x0008, UNREACHABLE, ",
        "0x000A, MISCONFIGURED, ",
        "0x0400, REJECTED, ",
        "0x0401, NO_CREDIT, ",
    })
    void aStatusIsAFailureOfItsKind(String status, SendFailure failure, Duration wait)
            throws InterruptedException {
        settings.put("status.0x0401", "no-credit");
        connected();
        smsc.answer("1", Integer.decode(status));

        var outcome = send(PHONE, "hello");

        assertThat(outcome.failure()).contains(failure);
        assertThat(outcome.retryAfter()).isEqualTo(Optional.ofNullable(wait));
        assertThat(outcome.words()).startsWith("status " + status).doesNotContain("s3cret");
    }

    @Test
    void pitfall12WhoeverIsThrottledThriceIsTakenTheFourthTime() throws InterruptedException {
        connected();
        smsc.answer("1", 0x58, 0x58, 0x58);

        var outcomes = IntStream.range(0, 4).mapToObj(i -> send(PHONE, "hello")).toList();

        assertThat(outcomes)
                .extracting(outcome -> outcome.failure().orElse(null))
                .containsExactly(
                        SendFailure.THROTTLED, SendFailure.THROTTLED, SendFailure.THROTTLED, null);
    }

    @Test
    void aPartThatIsNotTakenEndsTheText() throws InterruptedException {
        connected();
        smsc.answer("1", 0, 0x58);

        assertThat(send(PHONE, "x".repeat(400)).failure()).contains(SendFailure.THROTTLED);
        assertThat(smsc.submits()).hasSize(2);
    }

    @Test
    void aTextThatIsNotAnsweredIsOfUnknownFate() throws InterruptedException {
        settings.put("timeout", "1s");
        connected();
        smsc.silent(true);

        assertThat(send(PHONE, "hello").failure()).contains(SendFailure.UNKNOWN);
        assertThat(smsc.submits()).hasSize(1);
    }

    @Test
    void whereThereIsNoConnectionNothingIsSent() {
        backend = backend();

        assertThatThrownBy(() -> send(PHONE, "hello"))
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.UNREACHABLE));
    }

    @Test
    void noMoreTextsAreUnderWayThanTheWindowHasRoomFor() throws InterruptedException {
        settings.put("window", "2");
        settings.put("timeout", "2s");
        connected();
        smsc.silent(true);

        var sent =
                IntStream.range(0, 3)
                        .mapToObj(i -> CompletableFuture.supplyAsync(() -> send(PHONE, "hello")))
                        .toList();

        await().until(() -> smsc.submits().size() == 2);
        CompletableFuture.anyOf(sent.toArray(new CompletableFuture<?>[0])).join();
        assertThat(sent).extracting(CompletableFuture::join).hasSize(3);
    }

    @Test
    void pitfall7ANameOfAServiceIsNotSentTo() throws InterruptedException {
        connected();

        assertThat(send("MyBank", "hello").failure()).contains(SendFailure.REJECTED);
        assertThat(send("789", "hello").failure()).isEmpty();
    }

    @Test
    void aPhoneThatSmppHasNoRoomForIsRejected() throws InterruptedException {
        connected();

        assertThat(send("1".repeat(21), "hello").failure()).contains(SendFailure.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({"0x0D", "0x0E", "0x0F", "0x53", "0x05"})
    void pitfall13WhoeverIsRefusedDoesNotTryAgainByItself(String status) {
        smsc.refuse(Integer.decode(status));
        connect();

        assertThat(end.join())
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.MISCONFIGURED))
                .hasMessageContaining("status " + status.replace("0x", "0x00"));
        assertThat(smsc.binds()).hasSize(1);
        assertThat(received.ready.getCount()).isOne();
    }

    @Test
    void whereNobodyListensThereIsNoConnection() throws IOException {
        smsc.close();
        connect();

        assertThat(end.join())
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.UNREACHABLE));
    }

    @Test
    void aLineThatBreaksEndsTheConnection() throws InterruptedException {
        connected();
        smsc.hangUp();

        assertThat(end.join())
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.UNREACHABLE));
        assertThatThrownBy(() -> send(PHONE, "hello")).isInstanceOf(SendException.class);
    }

    @Test
    void anSmsCentreThatDoesNotAnswerAnyMoreIsLeft() throws InterruptedException {
        settings.put("enquire-link", "1s");
        settings.put("timeout", "1s");
        connected();
        await().until(() -> smsc.enquiries() > 1);
        smsc.silent(true);

        assertThat(end.join()).isInstanceOf(SendException.class);
    }

    @Test
    void whoeverIsToldToStopUnbindsFirst() throws InterruptedException {
        connected();
        connecting.interrupt();

        assertThat(end.join()).isInstanceOf(InterruptedException.class);
        assertThat(smsc.unbinds()).isOne();
    }

    @Test
    void whoeverIsToldToStopWhileItBindsStops() {
        smsc.refuse(-1);
        connect();
        await().until(() -> smsc.binds().size() == 1);
        connecting.interrupt();

        assertThat(end.join()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void takesATextAndAnswersWhenItIsStored() throws InterruptedException {
        connected();

        assertThat(smsc.deliver(PHONE, 0, "ping")).isZero();
        assertThat(received.events)
                .containsExactly(new IncomingSms(PHONE, "ping", Map.of("to", "789")));
    }

    @Test
    void pitfall14WhatCannotBeStoredIsAskedForAgainAndThenTakenOnce() throws InterruptedException {
        connected();
        received.fails = true;
        assertThat(smsc.deliver(PHONE, 0, "ping")).isEqualTo(0x64);
        assertThat(smsc.deliver(PHONE, 4, "id:7 stat:DELIVRD")).isEqualTo(0x64);
        received.fails = false;

        assertThat(smsc.deliver(PHONE, 0, "ping")).isZero();
        assertThat(received.events).hasSize(1);
    }

    @Test
    void whileMuchWaitsToBeStoredTextsAreStillSent() throws InterruptedException {
        connected();
        received.stores = false;
        var waiting =
                IntStream.range(0, DeliveryListener.ROOM + 10)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> smsc.deliver(PHONE, 0, "ping"),
                                                runnable -> new Thread(runnable).start()))
                        .toList();
        await().until(() -> waiting.stream().filter(CompletableFuture::isDone).count() == 10);

        assertThat(send(PHONE, "hello").failure()).isEmpty();
        assertThat(received.events).hasSize(8);
        received.free.countDown();
        assertThat(waiting)
                .extracting(CompletableFuture::join)
                .filteredOn(status -> status == 0x58)
                .hasSize(10);
        assertThat(received.events).hasSize(DeliveryListener.ROOM);
    }

    @Test
    void aTextOfNobodyIsRefusedForGood() throws InterruptedException {
        connected();

        assertThat(smsc.deliver("", 0, "ping")).isEqualTo(0x66);
        assertThat(received.events).isEmpty();
    }

    @Test
    void aReceiptIsReported() throws InterruptedException {
        connected();
        var id = send(PHONE, "hello").externalId().orElseThrow();

        int status =
                smsc.deliver(
                        PHONE,
                        4,
                        "id:1900578521 sub:001 dlvrd:001 submit date:2611210035 done"
                                + " date:2611210035 stat:DELIVRD err:000 text:hello");

        assertThat(status).isZero();
        assertThat(received.events)
                .containsExactly(DeliveryReport.of(id, DeliveryReport.State.DELIVERED, "DELIVRD"));
    }

    @Test
    void aReceiptOfWhatNobodyKnowsIsHandedOnToo() throws InterruptedException {
        connected();

        assertThat(smsc.deliver("MyBank", 4, "stat:DELIVRD")).isZero();
        assertThat(received.events)
                .containsExactly(
                        DeliveryReport.of(List.of(), DeliveryReport.State.DELIVERED, "DELIVRD"));
    }

    private SmppBackend backend() {
        return new SmppBackend(
                "test",
                SmppConfig.from(Settings.of("rapidsms.backends.test", settings)),
                new HttpGateway(),
                null);
    }

    private void connect() {
        backend = backend();
        end = new CompletableFuture<>();
        connecting =
                new Thread(
                        () -> {
                            try {
                                backend.connect(received);
                                end.complete(null);
                            } catch (InterruptedException | RuntimeException e) {
                                end.complete(e);
                            }
                        });
        connecting.start();
    }

    private void connected() throws InterruptedException {
        connect();
        received.ready.await();
    }

    private Outcome send(String phone, String text) {
        return backend.send(new OutgoingSms("m1", text, List.of(phone), Map.of())).get(0);
    }
}
