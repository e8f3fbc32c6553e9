package org.rapidsms.testing;

import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.rapidsms.backend.Gateway;

/** Answers a backend as a line of a table says, and remembers what it was called with. */
final class TableGateway implements Gateway {

    private static final Reply TAKEN = new Reply(202, "0: Accepted for delivery");

    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Deque<Supplier<Reply>>> answers = new LinkedHashMap<>();

    /**
     * @param answers by how the call begins; one after the other, and the last for all that follow
     */
    TableGateway(Map<String, List<Supplier<Reply>>> answers) {
        answers.forEach((begin, replies) -> this.answers.put(begin, new LinkedList<>(replies)));
    }

    @Override
    public Reply call(Call call) {
        calls.add(call);
        var written = call.method() + " " + call.address();
        // Of two that fit, the one that says more.
        return answers.entrySet().stream()
                .filter(answer -> written.startsWith(answer.getKey()))
                .max((one, other) -> one.getKey().length() - other.getKey().length())
                .map(answer -> next(answer.getValue()).get())
                .orElse(TAKEN);
    }

    private static Supplier<Reply> next(Deque<Supplier<Reply>> replies) {
        return replies.size() > 1 ? replies.remove() : replies.element();
    }

    @Override
    public Socket connect(String host, int port, boolean tls, Duration timeout) {
        throw new AssertionError("it connects to " + host);
    }

    List<Call> calls() {
        return calls;
    }
}
