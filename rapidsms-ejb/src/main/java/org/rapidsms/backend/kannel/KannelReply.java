package org.rapidsms.backend.kannel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;

/** What Kannel's {@code sendsms} answers: one status and one line for all phones of a call. */
record KannelReply(Reply reply) {

    private static final String DENIED = "Denied receivers are:";
    private static final String SPLITS = "Message splits:";

    /** Whether no network is connected now: Kannel keeps what it took until one is. */
    boolean isQueued() {
        return reply.body().startsWith("3: Queued");
    }

    /**
     * What became of each phone.
     *
     * @throws SendException if Kannel took it for none of them
     */
    List<Outcome> outcomes(List<String> identities) {
        if (!reply.isSuccess()) {
            throw new SendException(
                    failure(), reply.status() + " " + firstLine(), reply.retryAfter());
        }
        var denied = denied();
        return identities.stream().map(identity -> outcome(identity, denied)).toList();
    }

    private Outcome outcome(String identity, Set<String> denied) {
        return denied.contains(identity)
                ? Outcome.failed(identity, SendFailure.REJECTED, "a denied receiver")
                : new Outcome(
                        identity,
                        Optional.empty(),
                        Optional.empty(),
                        firstLine(),
                        Optional.empty());
    }

    private SendFailure failure() {
        return reply.status() == 403 && reply.body().startsWith("Not routable")
                ? SendFailure.REJECTED
                : SendFailure.ofHttpStatus(reply.status());
    }

    /** Whom its lists forbid, if {@code immediate-sendsms-reply} has it say so. */
    private Set<String> denied() {
        int at = reply.body().indexOf(DENIED);
        if (at < 0) {
            return Set.of();
        }
        var list = reply.body().substring(at + DENIED.length()).split(SPLITS, 2)[0];
        return Arrays.stream(list.strip().split("\\s+")).collect(Collectors.toSet());
    }

    private String firstLine() {
        var line = reply.body().lines().findFirst().orElse("");
        return line.substring(0, Math.min(line.length(), 200));
    }
}
