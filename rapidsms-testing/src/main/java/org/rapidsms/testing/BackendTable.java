package org.rapidsms.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.rapidsms.backend.BackendEngine;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.Gateway.Reply;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.backend.Webhook;

/**
 * The story of a backend as a table, a line a case. Nothing leaves this machine.
 *
 * <p>A call of the gateway is written on one line, {@code GET status?id=1}, {@code POST a=b&c=d} or
 * {@code POST status {"id": 1}}; one of ours as {@code POST http://host/path body}. Or, with
 * headers, as it is on the wire:
 *
 * <pre>
 * POST http://host/path
 * Authorization: Bearer abc
 * Content-Type: application/json
 *
 * {"to":"1"}
 * </pre>
 *
 * <p>Every line also fails if a setting is not read, or a password seen where it does not belong:
 * in what the backend holds when that is printed, in the words of an outcome, in an answer to the
 * gateway. Passwords are settings whose names end in {@code password}, {@code secret}, {@code
 * token} or {@code key}, and those that are set by {@link #secret}.
 */
public final class BackendTable {

    /**
     * What the gateway calls: the public address of the backend, which has the name {@code test}.
     */
    public static final String ADDRESS = "https://sms.example.org/backend/test/";

    static final String NAME = "test";

    private final Function<Gateway, BackendEngine> engine;
    private final List<DynamicTest> tests = new ArrayList<>();
    private Line line = Line.EMPTY;

    private BackendTable(Function<Gateway, BackendEngine> engine) {
        this.engine = engine;
    }

    /** A table of this engine, which is given the gateway that it shall call. */
    public static BackendTable of(Function<Gateway, BackendEngine> engine) {
        return new BackendTable(engine);
    }

    /** Sets something for the lines that follow. */
    public BackendTable setting(String name, String value) {
        line = line.setting(name, value);
        return this;
    }

    /** Sets something for the lines that follow that nobody may see. */
    public BackendTable secret(String name, String value) {
        line = line.setting(name, value).secret(name);
        return this;
    }

    /** The lines that follow have no settings, and the gateway takes all. */
    public BackendTable withoutSettings() {
        line = Line.EMPTY;
        return this;
    }

    /** In the lines that follow the gateway answers every call so. */
    public BackendTable gatewaySays(int status, String body) {
        return gatewaySays("", new Reply(status, body));
    }

    /**
     * In the lines that follow the gateway answers calls that begin so with these, one after the
     * other, and with the last from then on.
     *
     * @param call such as {@code POST http://host/token}; empty for every call. The longest counts
     */
    public BackendTable gatewaySays(String call, Reply... replies) {
        line = line.gatewaySays(call, replies);
        return this;
    }

    /** In the lines that follow every call fails so, as {@link Gateway#call} says. */
    public BackendTable gatewayIs(SendFailure failure) {
        line = line.gatewayIs(failure);
        return this;
    }

    /** Without this setting the server does not deploy, and says so. */
    public BackendTable requires(String name) {
        return test("requires " + name, line.without(name), now -> now.misses(name));
    }

    /** With this setting so the server does not deploy, and says why. */
    public BackendTable refusesSetting(String name, String value, String why) {
        return test(
                "refuses " + name + "=" + value,
                line.setting(name, value),
                now -> now.isRefused(name, why));
    }

    /** This call means these events, and is answered 200 with this body. */
    public BackendTable receives(String label, String call, String answer, BackendEvent... events) {
        return test(
                "receives " + label,
                now -> {
                    var webhook = now.receive(call);
                    assertThat(webhook.events()).containsExactly(events);
                    assertThat(webhook.answer()).isEqualTo(answer);
                    assertThat(webhook.status()).isEqualTo(200);
                });
    }

    /** This call means this, and is answered with this status, type and body. */
    public BackendTable receives(String label, String call, Webhook expected) {
        return test("receives " + label, now -> assertThat(now.receive(call)).isEqualTo(expected));
    }

    /** This call is refused with this status and a message that says why. */
    public BackendTable refuses(String label, String call, int status, String why) {
        return test(
                "refuses " + label,
                now -> {
                    var refusal = now.refusal(call);
                    assertThat(refusal).hasMessageContaining(why);
                    assertThat(refusal.status()).isEqualTo(status);
                });
    }

    /**
     * To send this, exactly these calls are made, and the gateway has it for all phones. Headers
     * are looked at, all of them, if the call is written with some.
     */
    public BackendTable sends(String label, OutgoingSms sms, String... calls) {
        return test("sends " + label, now -> now.sends(sms, calls));
    }

    /**
     * This becomes of a text, a line for each phone: {@code 1 sent}, {@code 1 sent as ID}, {@code 1
     * REJECTED} or {@code 1 THROTTLED for PT30S}; and, if it is written, {@code : } and what the
     * gateway said.
     */
    public BackendTable tells(String label, OutgoingSms sms, String... outcomes) {
        return test(
                "tells " + label,
                now ->
                        assertThat(WrittenOutcome.of(now.send(sms), List.of(outcomes)))
                                .containsExactly(outcomes));
    }

    /** The gateway answers so, and that is this failure for all phones. */
    public BackendTable fails(int status, String body, SendFailure expected) {
        return fails(new Reply(status, body), expected);
    }

    /**
     * The gateway answers so, unless it was said what it answers to calls that begin otherwise, and
     * that is this failure for all phones.
     */
    public BackendTable fails(Reply reply, SendFailure expected) {
        return test(
                "takes status " + reply.status() + " " + reply.body() + " for " + expected,
                line.gatewaySays("", reply),
                now -> now.fails(Case.HELLO, expected));
    }

    /** The text cannot be sent at all. */
    public BackendTable cannotSend(String label, OutgoingSms sms, SendFailure expected) {
        return test("cannot send " + label, now -> now.fails(sms, expected));
    }

    private BackendTable test(String label, Consumer<Case> check) {
        return test(label, line, check);
    }

    private BackendTable test(String label, Line now, Consumer<Case> check) {
        tests.add(dynamicTest(label, () -> check.accept(new Case(engine, now))));
        return this;
    }

    /** All lines, for a {@code @TestFactory}. */
    public Stream<DynamicTest> tests() {
        return tests.stream();
    }
}
