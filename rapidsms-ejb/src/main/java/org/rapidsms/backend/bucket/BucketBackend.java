package org.rapidsms.backend.bucket;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.rapidsms.backend.BadWebhookException;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.DeliveryReport;
import org.rapidsms.backend.DeliveryReport.State;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.Webhook;
import org.rapidsms.backend.WebhookRequest;
import org.rapidsms.backend.bucket.BucketConfig.Failing;

/** One bucket. What it remembers is gone with the server. */
class BucketBackend implements ConnectedBackend {

    private final BucketConfig config;
    private final Map<String, Integer> tries = new ConcurrentHashMap<>();
    private final DelayQueue<Report> reports = new DelayQueue<>();

    BucketBackend(BucketConfig config) {
        this.config = config;
    }

    @Override
    public List<Outcome> send(OutgoingSms sms) {
        takeTime();
        return sms.identities().stream().map(identity -> send(sms.messageId(), identity)).toList();
    }

    private void takeTime() {
        try {
            Thread.sleep(config.delay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SendException(SendFailure.UNKNOWN, "interrupted");
        }
    }

    private Outcome send(String messageId, String identity) {
        return config.failing(identity)
                .filter(failing -> isFailing(failing, messageId + " " + identity))
                .map(failing -> Outcome.failed(identity, failing.failure(), "as the settings say"))
                .orElseGet(() -> taken(messageId, identity));
    }

    private boolean isFailing(Failing failing, String text) {
        return failing.tries() == Integer.MAX_VALUE
                || tries.merge(text, 1, Integer::sum) <= failing.tries();
    }

    private Outcome taken(String messageId, String identity) {
        var state = config.isUndeliverable(identity) ? State.FAILED : State.DELIVERED;
        config.reportAfter()
                .map(after -> new Report(new DeliveryReport(messageId, identity, state, ""), after))
                .ifPresent(reports::add);
        return Outcome.sent(identity);
    }

    @Override
    public void connect(Receiver receiver) throws InterruptedException {
        receiver.ready();
        while (true) {
            receiver.receive(reports.take().report);
        }
    }

    @Override
    public Webhook receive(WebhookRequest request) {
        if (!request.action().isEmpty()) {
            throw BadWebhookException.notFound();
        }
        request.allow("GET", "POST");
        var parameters =
                request.method().equals("GET")
                        ? request.queryParameters()
                        : request.formParameters();
        return new Webhook(
                new IncomingSms(parameters.notBlank("identity"), parameters.required("text")),
                "OK");
    }

    /** A report that is not due yet. */
    private static final class Report implements Delayed {

        private final DeliveryReport report;
        private final long due;

        Report(DeliveryReport report, Duration after) {
            this.report = report;
            this.due = System.nanoTime() + after.toNanos();
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(
                    getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
