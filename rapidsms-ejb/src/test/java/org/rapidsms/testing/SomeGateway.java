package org.rapidsms.testing;

import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.rapidsms.backend.Gateway;

/** A gateway that answers each call as it is told, and remembers the calls. */
public final class SomeGateway implements Gateway {

    private final Function<Call, Reply> answer;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /**
     * @param answer what it says to a call; may throw what {@link Gateway#call} may
     */
    public SomeGateway(Function<Call, Reply> answer) {
        this.answer = answer;
    }

    @Override
    public Reply call(Call call) {
        calls.add(call);
        return answer.apply(call);
    }

    @Override
    public Socket connect(String host, int port, boolean tls, Duration timeout) {
        throw new AssertionError("it connects to " + host);
    }

    /** What it was called, in order. */
    public List<Call> calls() {
        return calls;
    }
}
