package org.rapidsms.backend.irc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.backend.BackendEvent;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.IncomingSms;
import org.rapidsms.backend.Outcome;
import org.rapidsms.backend.OutgoingSms;
import org.rapidsms.backend.Receiver;
import org.rapidsms.backend.SendException;
import org.rapidsms.backend.SendFailure;
import org.rapidsms.settings.Settings;

/** What is said in a chat, and what it means: section 7 of the wire contracts, pitfall 23. */
class IrcBackendTest {

    private static final IncomingSms LAST = new IncomingSms("zoe", "that was all");

    private final Map<String, String> settings = new HashMap<>();
    private final LinkedBlockingQueue<BackendEvent> events = new LinkedBlockingQueue<>();
    private final CompletableFuture<Throwable> end = new CompletableFuture<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private Consumer<BackendEvent> store = events::add;
    private FakeIrcServer server;
    private IrcBackend backend;
    private Thread thread;

    @BeforeEach
    void begin() throws IOException {
        server = new FakeIrcServer();
        settings.putAll(Map.of("host", "127.0.0.1", "channels", "#field", "pace", "0s"));
        settings.put("port", String.valueOf(server.port()));
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        server.close();
        if (thread != null) {
            thread.interrupt();
            thread.join();
        }
    }

    private void connect() {
        var gateway =
                new Gateway() {
                    @Override
                    public Reply call(Call call) {
                        throw new AssertionError(call);
                    }

                    @Override
                    public Socket connect(String host, int port, boolean tls, Duration timeout) {
                        try {
                            return new Socket(host, port);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }
                };
        var config = IrcConfig.from(Settings.of("rapidsms.backends.irc", settings));
        backend = new IrcBackend("irc", config, gateway, Executors.defaultThreadFactory());
        thread = new Thread(this::run);
        thread.start();
    }

    private void run() {
        try {
            backend.connect(
                    new Receiver() {
                        @Override
                        public void ready() {
                            ready.complete(null);
                        }

                        @Override
                        public void receive(BackendEvent event) {
                            store.accept(event);
                        }
                    });
            end.complete(null);
        } catch (RuntimeException | InterruptedException e) {
            end.complete(e);
        }
    }

    /** Is let in, under its own nick. */
    private void enter() {
        connect();
        server.hears("NICK rapidsms", "USER rapidsms 0 * :RapidSMS");
        server.say(":srv 001 rapidsms :Welcome rapidsms!~r@host");
        server.hears("JOIN #field");
        server.say(":rapidsms!~r@host JOIN :#field");
        ready.join();
    }

    /** All that came before is stored when this is. */
    private List<BackendEvent> all() {
        server.say(":zoe!z@h PRIVMSG rapidsms :that was all");
        await().until(() -> events.contains(LAST));
        return events.stream().filter(event -> !event.equals(LAST)).toList();
    }

    private Outcome send(String identity, String text) {
        var sms = new OutgoingSms("m1", text, List.of(identity), Map.of());
        return backend.send(sms).get(0);
    }

    private SendFailure failure(Outcome outcome) {
        return outcome.failure().orElse(null);
    }

    private void assertEnds(SendFailure failure, String why) {
        assertThat(end.join())
                .isInstanceOfSatisfying(
                        SendException.class, e -> assertThat(e.failure()).isEqualTo(failure))
                .hasMessageContaining(why);
    }

    static Stream<Arguments> lines() {
        return Stream.of(
                arguments(
                        ":alice!~a@host PRIVMSG #field :rapidsms: echo hi",
                        "#field alice",
                        "echo hi"),
                arguments(
                        ":alice!~a@h PRIVMSG #field :RapidSMS,echo hi", "#field alice", "echo hi"),
                arguments(":alice!~a@h PRIVMSG #field :rapidsms : hi", "#field alice", "hi"),
                arguments(":alice!~a@h PRIVMSG rapidsms :echo hi", "alice", "echo hi"),
                arguments(":alice!~a@h PRIVMSG RapidSMS hi", "alice", "hi"),
                arguments("@msgid=7 :alice!~a@h PRIVMSG rapidsms :hi", "alice", "hi"),
                arguments(":alice!~a@h PRIVMSG rapidsms :مرحبا 😀", "alice", "مرحبا 😀"),
                arguments(
                        ":alice!~a@h PRIVMSG rapidsms :\u00034,12re\u0003d \u0002bold\u000f \u001dx",
                        "alice",
                        "red bold x"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aPrivateLineCountsAndOneThatBeginsWithOurNick(String line, String identity, String text) {
        enter();
        server.say(line);
        assertThat(all()).containsExactly(new IncomingSms(identity, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":alice!~a@h PRIVMSG #field :hello all",
                ":alice!~a@h PRIVMSG #field :rapidsms is down",
                ":alice!~a@h PRIVMSG #field :rapidsms2: hi",
                ":alice!~a@h NOTICE rapidsms :hi",
                ":alice!~a@h PRIVMSG rapidsms :\u0001VERSION\u0001",
                ":alice!~a@h PRIVMSG #field :\u0001ACTION rapidsms: hi\u0001",
                ":srv PRIVMSG rapidsms :hi",
                ":rapidsms!~r@h PRIVMSG rapidsms :hi",
                ":",
                "PRIVMSG",
                ":alice!~a@h PRIVMSG"
            })
    void nothingElseDoes(String line) {
        enter();
        server.say(line);
        assertThat(all()).isEmpty();
    }

    @Test
    void whatIsNoUtf8IsReadAsLatin1() {
        enter();
        server.say(":alice!~a@h PRIVMSG rapidsms :café", StandardCharsets.ISO_8859_1);
        assertThat(all()).containsExactly(new IncomingSms("alice", "café"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alice|hi|PRIVMSG alice :hi",
                "#field alice|hi|PRIVMSG #field :alice: hi",
                "#field|hi|PRIVMSG #field :hi",
                "alice|:) hi|PRIVMSG alice ::) hi",
            })
    void anAnswerGoesWhereTheQuestionWasAsked(String identity, String text, String line) {
        enter();
        assertThat(send(identity, text)).isEqualTo(Outcome.sent(identity));
        server.hears(line);
    }

    @Test
    void eachLineOfATextIsALine() {
        enter();
        send("#field alice", "one\r\ntwo\n\n\u0001three\u0001\u0000");
        server.hears(
                "PRIVMSG #field :alice: one",
                "PRIVMSG #field :alice: two",
                "PRIVMSG #field :alice: three");
    }

    @Test
    void aLongTextInManyBytesIsSplitAndTheServerKeepsTheConnection() {
        settings.put("burst", "100");
        enter();
        var text = "ሰላም 😀 ".repeat(200).strip();

        assertThat(failure(send("alice", text))).isNull();

        var said = new StringBuilder();
        while (said.length() < text.length()) {
            said.append(said.isEmpty() ? "" : " ").append(server.next().substring(15));
        }
        assertThat(said).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "alice,bob", ":alice", "alice\r\nQUIT", "#a b c", "#", "@#field"})
    void whatIsNoTargetIsRejected(String identity) {
        enter();
        assertThat(failure(send(identity, "hi"))).isEqualTo(SendFailure.REJECTED);
    }

    @Test
    void nobodyCanSayNothing() {
        enter();
        assertThat(failure(send("alice", " \n "))).isEqualTo(SendFailure.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"401 rapidsms alice :No such nick", "404 rapidsms Alice :Cannot send"})
    void whatTheServerRefusesIsRejected(String refusal) {
        enter();
        server.isDeaf();
        var sent = CompletableFuture.supplyAsync(() -> send("alice", "hi"));
        server.hears("PRIVMSG alice :hi");
        server.say(":srv " + refusal);
        server.say(":srv PONG srv :rapidsms");

        assertThat(failure(sent.join())).isEqualTo(SendFailure.REJECTED);
    }

    @Test
    void aRefusalOfSomethingElseIsNotTaken() {
        enter();
        server.say(":srv 401 rapidsms bob :No such nick");
        assertThat(failure(send("alice", "hi"))).isNull();
    }

    @Test
    void whatBreaksOffBeforeTheServerAnswersIsUnknown() {
        enter();
        server.isDeaf();
        var sent = CompletableFuture.supplyAsync(() -> send("alice", "hi"));
        server.hears("PRIVMSG alice :hi");
        server.hangUp();

        assertThat(failure(sent.join())).isEqualTo(SendFailure.UNKNOWN);
    }

    @Test
    void withoutAConnectionNobodyIsReached() {
        enter();
        server.hangUp();
        assertEnds(SendFailure.UNREACHABLE, "closed");
        assertThatThrownBy(() -> send("alice", "hi"))
                .isInstanceOfSatisfying(
                        SendException.class,
                        e -> assertThat(e.failure()).isEqualTo(SendFailure.UNREACHABLE));
    }

    @Test
    void moreLinesThanTheServerLikesWaitForTheirTime() {
        settings.putAll(Map.of("burst", "2", "pace", "1h"));
        enter();
        assertThat(failure(send("alice", "one\ntwo"))).isNull();

        var third = send("alice", "three");

        assertThat(failure(third)).isEqualTo(SendFailure.THROTTLED);
        assertThat(third.retryAfter()).isPresent();
        assertThat(failure(send("alice", "1\n2\n3"))).isEqualTo(SendFailure.REJECTED);
    }

    @Test
    void anAnswerMayBeSentWhileWhatItAnswersIsStored() {
        store =
                event -> {
                    if (!event.equals(LAST)) {
                        assertThat(failure(send("alice", "pong"))).isNull();
                        events.add(event);
                    }
                };
        enter();
        server.say(":alice!~a@h PRIVMSG rapidsms :ping");

        server.hears("PRIVMSG alice :pong");
        await().atMost(Duration.ofSeconds(5)).until(() -> !events.isEmpty());
    }

    @Test
    void thePasswordComesFirst() {
        settings.put("password", "so secret");
        connect();
        server.hears("PASS :so secret", "NICK rapidsms");
    }

    @Test
    void aPingIsAnswered() {
        enter();
        server.say("PING :srv");
        server.hears("PONG :srv");
    }

    @Test
    void whoseNickIsInUseTakesANearOneAndReclaimsIt() {
        connect();
        server.hears("NICK rapidsms", "USER rapidsms 0 * :RapidSMS");
        server.say(":srv 433 * rapidsms :Nickname already in use");
        server.hears("NICK rapidsms_");
        server.say(":srv 001 rapidsms_ :Welcome");
        server.hears("JOIN #field");
        server.say(":alice!~a@h PRIVMSG #field :rapidsms_: one");
        server.say(":alice!~a@h PRIVMSG #field :rapidsms: two");

        server.say(":rapidsms!~x@h QUIT :irc.a irc.b");
        server.hears("NICK rapidsms");
        server.say(":rapidsms_!~r@h NICK :rapidsms");

        assertThat(all())
                .containsExactly(
                        new IncomingSms("#field alice", "one"),
                        new IncomingSms("#field alice", "two"));
    }

    @Test
    void whomTheServerRenamesAfterANetsplitReclaimsItsNick() {
        settings.put("again", "100ms");
        enter();
        server.say(":rapidsms!~r@h NICK :Guest17");
        server.hears("NICK rapidsms");
    }

    @Test
    void whoeverIsThrownOutOfAChannelComesBack() {
        settings.put("again", "100ms");
        enter();
        server.say(":op!~o@h KICK #Field rapidsms :go away");
        server.hears("JOIN #field");
    }

    @Test
    void aChannelThatIsClosedIsTriedAgain() {
        settings.put("again", "100ms");
        settings.put("channels", "#field, #closed key");
        connect();
        server.hears("NICK rapidsms", "USER rapidsms 0 * :RapidSMS");
        server.say(":srv 001 rapidsms :Welcome");
        server.hears("JOIN #field", "JOIN #closed key");
        server.say(":rapidsms!~r@host JOIN #field");
        server.say(":srv 474 rapidsms #closed :Cannot join channel (+b)");
        server.hears("JOIN #closed key");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ":srv 432 * rapidsms :Erroneous nickname|MISCONFIGURED",
                ":srv 464 * :Password incorrect|MISCONFIGURED",
                ":srv 465 * :You are banned from this server|MISCONFIGURED",
                "ERROR :Bad password|MISCONFIGURED",
                "ERROR :Closing Link: host (K-Lined)|MISCONFIGURED",
                "ERROR :Closing link: rapidsms (Server going down)|UNREACHABLE",
            })
    void whatEndsTheConnectionSaysHowSoonToComeAgain(String line, SendFailure failure) {
        connect();
        server.hears("NICK rapidsms", "USER rapidsms 0 * :RapidSMS");
        server.say(line);
        assertEnds(failure, line.substring(line.lastIndexOf(':') + 1));
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() {
        settings.put("timeout", "600ms");
        enter();
        server.isDeaf();
        assertEnds(SendFailure.UNREACHABLE, "says nothing");
    }

    @Test
    void whoIsToldToStopSaysGoodbye() {
        enter();
        thread.interrupt();
        server.hears("QUIT :RapidSMS stops");
        assertThat(end.join()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void whatHasComeIsStoredBeforeTheConnectionEnds() {
        enter();
        server.say(":alice!~a@h PRIVMSG rapidsms :one");
        server.hangUp();
        end.join();
        assertThat(events).containsExactly(new IncomingSms("alice", "one"));
    }
}
