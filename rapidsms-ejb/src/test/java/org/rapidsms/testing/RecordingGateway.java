package org.rapidsms.testing;

import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.rapidsms.backend.Gateway;

/** Writes down the calls that a backend makes, and answers them as told, the last for ever. */
public final class RecordingGateway implements Gateway {

    private final Deque<Reply> replies = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();

    private RecordingGateway(List<Reply> replies) {
        this.replies.addAll(replies);
    }

    public static RecordingGateway answering(int status, String... bodies) {
        return answering(
                Stream.of(bodies).map(body -> new Reply(status, body)).toArray(Reply[]::new));
    }

    public static RecordingGateway answering(Reply... replies) {
        return new RecordingGateway(List.of(replies));
    }

    @Override
    public Reply call(Call call) {
        calls.add(call);
        return replies.size() > 1 ? replies.remove() : replies.element();
    }

    @Override
    public Socket connect(String host, int port, boolean tls, Duration timeout) {
        throw new AssertionError("it connects to " + host);
    }

    /** The only call that was made. */
    public Call call() {
        if (calls.size() != 1) {
            throw new AssertionError(calls.size() + " calls were made");
        }
        return calls.get(0);
    }

    public List<Call> calls() {
        return List.copyOf(calls);
    }
}
