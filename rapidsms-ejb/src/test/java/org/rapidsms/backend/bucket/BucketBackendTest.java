package org.rapidsms.backend.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.DeliveryReport.State;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.settings.Settings;
import org.rapidsms.settings.SettingsException;

/** A bucket does what its settings say. */
class BucketBackendTest {

    @Test
    void takesEverythingByItself() {
        assertThat(failures(bucket(Map.of()), "m1", "15550001", "15550002"))
                .containsExactly(Optional.empty(), Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "unreachable, UNREACHABLE",
        "throttled, THROTTLED",
        "unknown, UNKNOWN",
        "rejected, REJECTED",
        "opted-out, OPTED_OUT",
        "misconfigured, MISCONFIGURED",
        "no-credit, NO_CREDIT",
    })
    void failsForPhonesThatEndSo(String words, SendFailure failure) {
        var bucket = bucket(Map.of("failures.99", words));

        assertThat(failures(bucket, "m1", "15550099", "15559900"))
                .containsExactly(Optional.of(failure), Optional.empty());
    }

    @Test
    void theLongestEndCounts() {
        var bucket = bucket(Map.of("failures.9", "rejected", "failures.99", "unknown"));

        assertThat(failures(bucket, "m1", "199", "19"))
                .containsExactly(
                        Optional.of(SendFailure.UNKNOWN), Optional.of(SendFailure.REJECTED));
    }

    @Test
    void failsSoOftenForEachTextAndPhone() {
        var bucket = bucket(Map.of("failures.9", "unreachable 2"));
        var failed = Optional.of(SendFailure.UNREACHABLE);

        assertThat(failures(bucket, "m1", "9")).containsExactly(failed);
        assertThat(failures(bucket, "m1", "9", "19")).containsExactly(failed, failed);
        assertThat(failures(bucket, "m1", "9", "19")).containsExactly(Optional.empty(), failed);
        assertThat(failures(bucket, "m2", "9")).containsExactly(failed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken", "unreachable 0", "unreachable two", "unreachable2"})
    void aFailureThatIsNoneIsToldByName(String words) {
        assertThatThrownBy(() -> bucket(Map.of("failures.9", words)))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("rapidsms.backends.b.failures.9 must be one of unreachable")
                .hasMessageEndingWith("not " + words);
    }

    @Test
    @Timeout(30)
    void takesItsTime() {
        var bucket = bucket(Map.of("delay", "50ms"));
        long start = System.nanoTime();

        failures(bucket, "m1", "1");
        assertThat(System.nanoTime() - start).isGreaterThan(40_000_000);
    }

    @Test
    @Timeout(30)
    void reportsWhatItTookAndNothingElse() throws InterruptedException {
        var bucket =
                bucket(
                        Map.of(
                                "report-after", "1ms",
                                "undeliverable", "7, 8",
                                "failures.9", "rejected"));
        failures(bucket, "m1", "19", "17", "11", "18");
        var phone = new Phone();
        var connection = new Thread(() -> phone.connect(bucket));
        connection.start();

        assertThat(List.of(phone.next(), phone.next(), phone.next()))
                .containsExactlyInAnyOrder(
                        new DeliveryReport("m1", "17", State.FAILED, ""),
                        new DeliveryReport("m1", "11", State.DELIVERED, ""),
                        new DeliveryReport("m1", "18", State.FAILED, ""));
        connection.interrupt();
        connection.join();
        assertThat(phone.events).isEmpty();
        assertThat(phone.isReady).isTrue();
    }

    @Test
    void bringsWhatItIsTold() {
        var request =
                new WebhookRequest(
                        "GET",
                        "",
                        "identity=%2B1555&text=hi",
                        "http://sms/",
                        Map.of(),
                        new byte[0]);

        assertThat(bucket(Map.of()).receive(request).events())
                .containsExactly(new IncomingSms("+1555", "hi"));
    }

    @Test
    void knowsNoOtherAddress() {
        var request = new WebhookRequest("GET", "report", "", "http://sms/", Map.of(), new byte[0]);

        assertThatThrownBy(() -> bucket(Map.of()).receive(request))
                .isInstanceOf(BadWebhookException.class);
    }

    private static ConnectedBackend bucket(Map<String, String> settings) {
        return (ConnectedBackend)
                new BucketEngine().configure("b", Settings.of("rapidsms.backends.b", settings));
    }

    private static List<Optional<SendFailure>> failures(
            ConnectedBackend bucket, String messageId, String... identities) {
        var sms = new OutgoingSms(messageId, "hello", List.of(identities), Map.of());
        return bucket.send(sms).stream().map(outcome -> outcome.failure()).toList();
    }

    /** Hears what a bucket tells. */
    private static final class Phone implements Receiver {

        private final BlockingQueue<BackendEvent> events = new LinkedBlockingQueue<>();
        private volatile boolean isReady;

        void connect(ConnectedBackend bucket) {
            try {
                bucket.connect(this);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        BackendEvent next() throws InterruptedException {
            return events.poll(20, TimeUnit.SECONDS);
        }

        @Override
        public void ready() {
            isReady = true;
        }

        @Override
        public void receive(BackendEvent event) {
            events.add(event);
        }
    }
}
