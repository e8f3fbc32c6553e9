package org.rapidsms.cli.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An engine of RapidSMS, its own or one of others, and what it is called here. */
enum Engine {
    KANNEL(
            "(rapidsms|threadless_router)\\.backends\\.kannel.*",
            Map.of(
                    "sendsms_url", "sendsms-url",
                    "sendsms_params", "sendsms-params",
                    "coding", "coding",
                    "charset", "charset",
                    "encode_errors", "encode-errors"),
            Map.of(),
            "take coding, charset and encode-errors out: then every script comes through",
            "in kannel.conf: get-url = \"%s?id=%%p&text=%%b&charset=%%C&coding=%%c&sms_id=%%I\""),
    VUMI(
            "rapidsms\\.backends\\.vumi.*",
            Map.of(
                    "sendsms_url", "sendsms-url",
                    "sendsms_user", "sendsms-user",
                    "sendsms_pass", "sendsms-pass"),
            Map.of(),
            "in Vumi's settings: rapidsms_url: \"%s\""),
    HTTP(
            "(rapidsms|threadless_router)\\.backends\\.http(\\..*)?",
            Map.of("outgoing_url", "outgoing-url"),
            Map.of(),
            "let the gateway call %s",
            "if your view has params: incoming-identity is its identity_name, incoming-text its text_name"),
    DATABASE("rapidsms\\.backends\\.database.*", Map.of(), Map.of()),
    BUCKET(
            "rapidsms\\.backends\\.bucket.*",
            Map.of(),
            Map.of(),
            "for tests only. The message tester of the console needs no setting"),
    TESTER(
            "(rapidsms\\.contrib|threadless_router\\.backends)\\.httptester.*",
            Map.of(),
            Map.of(),
            "for tests: what is sent is only stored. The message tester of the console needs no setting"),
    TWILIO(
            "rtwilio\\..*",
            Map.of("account_sid", "account-sid", "auth_token", "auth-token", "number", "from"),
            Map.of(
                    "callback",
                            "delivery-report-url is this server's own address as Twilio sees it:",
                    "encoding", "not needed, texts are Unicode:",
                    "encoding_errors", "not needed, texts are Unicode:"),
            "write from as +15551234567, and let Twilio call %s"),
    CLICKATELL(
            "rclickatell.*",
            Map.of("user", "user", "password", "password", "api_id", "api-id"),
            Map.of("callback", "the page of the engine says how delivery reports are asked for:"),
            "let Clickatell call %s"),
    TROPO(
            "rtropo\\..*",
            Map.of("messaging_token", "messaging-token", "number", "number"),
            Map.of(),
            "let Tropo call %s"),
    TELERIVET(
            "rapidsms_telerivet\\..*",
            Map.of(
                    "project_id", "project-id",
                    "phone_id", "route-id",
                    "secret", "secret",
                    "api_key", "api-key"),
            Map.of(),
            "let the webhook of Telerivet call %s"),
    ENVAYASMS(
            "envaya.*",
            Map.of(),
            Map.of(),
            "set the app's server to %s, and its password here and in the app"),
    SMPP(
            "smpp_gateway\\..*|rapidsms\\.backends\\.smpp.*",
            Map.of(),
            Map.of(),
            "take host, port, system-id and password from the command line of smpp_client"),
    GSM(
            "rapidsms\\.backends\\.gsm.*",
            Map.of("port", "port", "PORT", "port", "baudrate", "baud", "service_center", "smsc"),
            Map.of(),
            "compare with the page of the engine: modems had other settings"),
    EMAIL(
            "rapidsms\\.backends\\.email.*",
            Map.of(
                    "smtp_host", "smtp-host",
                    "smtp_port", "smtp-port",
                    "imap_host", "imap-host",
                    "imap_port", "imap-port",
                    "poll_interval", "poll"),
            Map.of(
                    "username", "smtp-username and imap-username, and the address as from:",
                    "password", "smtp-password and imap-password:",
                    "use_tls", "smtp-tls and imap-tls:"),
            "compare with the page of the engine: mail servers had other settings"),
    IRC(
            "rapidsms\\.backends\\.irc.*",
            Map.of("host", "host", "port", "port", "nick", "nick", "channels", "channels"),
            Map.of(),
            "compare with the page of the engine");

    private final String python;
    private final Map<String, String> settings;
    private final Map<String, String> instead;
    private final List<String> todo;

    Engine(
            String python,
            Map<String, String> settings,
            Map<String, String> instead,
            String... todo) {
        this.python = python;
        this.settings = settings;
        this.instead = instead;
        this.todo = List.of(todo);
    }

    /** The engine of a Python class or module; empty if it is none that is known. */
    static Optional<Engine> of(String python) {
        return Arrays.stream(values()).filter(engine -> python.matches(engine.python)).findFirst();
    }

    /** What {@code engine} is here. */
    String ours() {
        return this == TESTER ? DATABASE.ours() : name().toLowerCase(Locale.ROOT);
    }

    /** What a setting is called here. */
    Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    /** What to do about a setting that is not there any more. */
    Optional<String> instead(String name) {
        return Optional.ofNullable(instead.get(name));
    }

    /**
     * What to do by hand.
     *
     * @param webhook where the gateway is to call
     */
    List<String> todo(String webhook) {
        return todo.stream().map(words -> words.formatted(webhook)).toList();
    }
}
