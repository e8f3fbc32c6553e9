package org.rapidsms.it;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** New phones that write to a server, each once, and what the gateway's ledger says of them. */
final class Load {

    private final KillableServer server;
    private final Ledger ledger;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    Load(KillableServer server, Ledger ledger) {
        this.server = server;
        this.ledger = ledger;
    }

    /** So many phones write, and all are acknowledged. */
    void write(String backend, int first, int count) {
        for (int i = first; i < first + count; i++) {
            assertThat(isTaken(backend, i)).isTrue();
        }
    }

    /** One phone after the other writes, acknowledged or not, until the thread is interrupted. */
    void writeOn(String backend, int first) {
        for (int i = first; !Thread.currentThread().isInterrupted(); i++) {
            isTaken(backend, i);
        }
    }

    private boolean isTaken(String backend, int number) {
        var phone = phone(backend, number);
        boolean taken = server.isTaken(backend, phone, "echo " + number);
        if (taken) {
            acknowledged.add(phone);
        }
        return taken;
    }

    /** How many were acknowledged. */
    int acknowledged() {
        return acknowledged.size();
    }

    void awaitMore(int messages) {
        int before = acknowledged.size();
        await().atMost(ofSeconds(60)).until(() -> acknowledged.size() - before >= messages);
    }

    /** The phones that were acknowledged, and sent nothing. */
    Set<String> lost() {
        return acknowledged(times -> times == 0);
    }

    /** The phones that were sent more than one answer. */
    Set<String> doubled() {
        return acknowledged(times -> times > 1);
    }

    private Set<String> acknowledged(IntPredicate times) {
        return acknowledged.stream()
                .filter(phone -> times.test(ledger.times(phone)))
                .collect(Collectors.toSet());
    }

    /** Those of some phones that are of a backend. */
    static Set<String> ofBackend(Set<String> phones, String backend) {
        var beginning = phone(backend, 0).substring(0, 4);
        return phones.stream().filter(p -> p.startsWith(beginning)).collect(Collectors.toSet());
    }

    private static String phone(String backend, int number) {
        return (backend.equals("careful") ? "1593" : "1592") + (10_000 + number);
    }
}
