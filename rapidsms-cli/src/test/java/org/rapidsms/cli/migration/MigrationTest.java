package org.rapidsms.cli.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the manuals, as Python and Kannel have them. */
class MigrationTest {

    private static final String MANUAL =
            """
            {"kannel-fake-smsc": {
                "ENGINE": "rapidsms.backends.kannel.KannelBackend",
                "sendsms_url": "http://127.0.0.1:13013/cgi-bin/sendsms",
                "sendsms_params": {"smsc": "FAKE", "from": "123",
                                   "username": "rapidsms", "password": "CHANGE-ME"},
                "coding": 0, "charset": "ascii", "encode_errors": "ignore"}}
            """;

    private static final String KANNEL_CONF =
            """
            group = core
            admin-port = 13000
            include = "/etc/kannel/modems.conf"

            # SMSC CONNECTIONS
            group = smsc
            smsc = fake
            smsc-id = FAKE
            port = 10000

            group = smsbox
            sendsms-port = 13014
            sendsms-chars = "0123456789 +-"

            group = sendsms-user
            username = rapidsms
            password = CHANGE-ME
            user-deny-ip = "*.*.*.*"

            group = sms-service
            keyword = ping-kannel
            text = "Kannel is online and responding to messages."

            group = sms-service
            keyword = default
            catch-all = yes
            accepted-smsc = FAKE
            get-url = http://127.0.0.1:8000/backend/kannel-fake-smsc/?id=%p&text=%a&charset=%C&coding=%c
            """;

    @Test
    void theKannelOfTheManual() {
        assertThat(migrated(MANUAL))
                .isEqualTo(
                        """
                        # Made from other settings, for rapidsms.properties. Read it, and do what is to do.

                        # INSTALLED_BACKENDS["kannel-fake-smsc"]
                        # ENGINE rapidsms.backends.kannel.KannelBackend
                        rapidsms.backends.kannel-fake-smsc.engine = kannel
                        rapidsms.backends.kannel-fake-smsc.sendsms-url = http://127.0.0.1:13013/cgi-bin/sendsms
                        rapidsms.backends.kannel-fake-smsc.sendsms-params.smsc = FAKE
                        rapidsms.backends.kannel-fake-smsc.sendsms-params.from = 123
                        rapidsms.backends.kannel-fake-smsc.sendsms-params.username = rapidsms
                        rapidsms.backends.kannel-fake-smsc.sendsms-params.password = CHANGE-ME
                        rapidsms.backends.kannel-fake-smsc.coding = 0
                        rapidsms.backends.kannel-fake-smsc.charset = ascii
                        rapidsms.backends.kannel-fake-smsc.encode-errors = ignore
                        # TODO take coding, charset and encode-errors out: then every script comes through
                        # TODO in kannel.conf: get-url = "http://sms:8080/backend/kannel-fake-smsc/?id=%p&text=%b&charset=%C&coding=%c&sms_id=%I"\
                        """);
    }

    @Test
    void theKannelConfOfTheManual() {
        assertThat(migrated(KANNEL_CONF))
                .contains(
                        """
                        # group = sms-service, keyword = ping-kannel
                        # answers by itself, and asks nobody here.
                        """,
                        """
                        # group = sms-service, keyword = default
                        rapidsms.backends.kannel-fake-smsc.engine = kannel
                        rapidsms.backends.kannel-fake-smsc.sendsms-url = http://127.0.0.1:13014/cgi-bin/sendsms
                        rapidsms.backends.kannel-fake-smsc.sendsms-params.password = CHANGE-ME
                        rapidsms.backends.kannel-fake-smsc.sendsms-params.smsc = FAKE
                        rapidsms.backends.kannel-fake-smsc.sendsms-params.username = rapidsms
                        """,
                        "/backend/kannel-fake-smsc/?id=%p&text=%b&charset=%C&coding=%c&sms_id=%I\"",
                        "# TODO add to it: max-messages = 0",
                        "# include = /etc/kannel/modems.conf",
                        "username = rapidsms: concatenation = true",
                        "username = rapidsms: max-messages = 10",
                        "smsc-id = FAKE: allowed-smsc-id = FAKE",
                        "http-request-retry = 3",
                        "groups core, smsc, smsbox, sendsms-user, sms-service.");
    }

    @Test
    void whatRapidSmsHasSaidOfABackendIsNotSaidAgainByKannel() {
        var migration = new Migration("http://sms:8080/");
        migration.add(KANNEL_CONF);
        migration.add(MANUAL);

        assertThat(migration.properties())
                .containsOnlyOnce("kannel-fake-smsc.sendsms-url =")
                .contains("sendsms-url = http://127.0.0.1:13013/")
                .contains("is the backend kannel-fake-smsc, which was there already.");
    }

    /** The manual's second example has it wrong, and Kannel says nothing. */
    @Test
    void aParameterThatKannelPassesOverIsTold() {
        assertThat(migrated(MANUAL.replace("\"smsc\"", "\"smc\"")))
                .contains("sendsms-params.smc = FAKE\n# TODO Kannel knows no smc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "ENGINE": "rapidsms.backends.vumi.VumiBackend", "sendsms_user": "username" | engine = vumi, sendsms-user = username
                    "ENGINE": "rapidsms.backends.vumi.VumiBackend", "sendsms_url": "http://127.0.0.1:9000/send/" | sendsms-url = http://127.0.0.1:9000/send/, rapidsms_url: "http://sms:8080/backend/b/"
                    "ENGINE": "threadless_router.backends.http.outgoing", "outgoing_url": "http://myservice.com/?identity=%(identity)s&text=%(text)s" | engine = http, outgoing-url = http://myservice.com/?identity=%(identity)s&text=%(text)s
                    "ENGINE": "rapidsms.backends.database.DatabaseBackend" | engine = database
                    "ENGINE": "rapidsms.contrib.httptester.backend.HttpTesterCacheBackend" | engine = database
                    "ENGINE": "threadless_router.backends.httptester.backend" | engine = database
                    "ENGINE": "rapidsms.backends.bucket" | engine = bucket
                    "ENGINE": "threadless_router.backends.kannel.outgoing", "sendsms_params": {"from": "1234"} | engine = kannel, sendsms-params.from = 1234
                    "ENGINE": "rapidsms.backends.kannel", "sendsms_url": "http://k/" | engine = kannel
                    "ENGINE": "rtwilio.outgoing.TwilioBackend", "config": {"account_sid": "AC", "auth_token": "YY", "number": "(###) ###-####"} | engine = twilio, account-sid = AC, auth-token = YY, from = (###) ###-####
                    "ENGINE": "rtwilio.outgoing.TwilioBackend", "config": {"callback": "http://x/status-callback/"} | delivery-report-url is this server's, # rapidsms.backends.b.callback = http://x/status-callback/
                    "ENGINE": "rclickatell.backend", "user": "u", "password": "p", "api_id": "1", "callback": 3 | engine = clickatell, user = u, password = p, api-id = 1, # rapidsms.backends.b.callback = 3
                    "ENGINE": "rtropo.outgoing.TropoBackend", "config": {"messaging_token": "t", "number": "+1-555-555-1212"} | engine = tropo, messaging-token = t, number = +1-555-555-1212
                    "ENGINE": "rapidsms_telerivet.outgoing.TelerivetBackend", "project_id": "PJ", "phone_id": "PN", "secret": "s", "api_key": "k" | engine = telerivet, project-id = PJ, route-id = PN, secret = s, api-key = k
                    "ENGINE": "envayasms.backend.EnvayaSMSBackend" | engine = envayasms, http://sms:8080/backend/b/
                    "ENGINE": "smpp_gateway.outgoing.SMPPGatewayBackend", "send_group_size": 100 | engine = smpp, # rapidsms.backends.b.send-group-size = 100
                    "ENGINE": "rapidsms.backends.gsm", "PORT": "/dev/ttyUSB1" | engine = gsm, port = /dev/ttyUSB1
                    "ENGINE": "rapidsms.backends.email", "smtp_host": "localhost", "use_tls": true | engine = email, smtp-host = localhost, # TODO smtp-tls and imap-tls:, # rapidsms.backends.b.use-tls = true
                    "ENGINE": "rapidsms.backends.vumi.VumiBackend", "router.celery.eager": true | rapidsms.backends.b.eager = true
                    "ENGINE": "rapidsms.backends.http.RapidHttpBackend", "HANDLER": "threadless_router.celery.handler" | # TODO no setting here is called so:, # rapidsms.backends.b.handler = threadless_router.celery.handler
                    """)
    void theBackendsOfTheManuals(String settings, String expected) {
        assertThat(migrated("{\"b\": {" + settings + "}}"))
                .contains(expected.split(", (?=\\S+ [=i]|#|http|rapidsms_url)"));
    }

    @Test
    void anEngineThatNobodyKnowsIsKeptForTheReader() {
        assertThat(migrated("{\"mine\": {\"ENGINE\": \"path.to.BackendClass\", \"KEY\": \"v\"}}"))
                .contains("# TODO write this engine in Java")
                .contains("# rapidsms.backends.mine.engine = path.to.BackendClass")
                .contains("# rapidsms.backends.mine.key = v")
                .doesNotContain("\nrapidsms.");
    }

    @Test
    void theMessageTesterNeedsNoSetting() {
        assertThat(migrated("{\"message_tester\": {\"ENGINE\": \"rapidsms.backends.bucket\"}}"))
                .contains("is always there.")
                .doesNotContain("\nrapidsms.");
    }

    @Test
    void aNameThatCannotStayIsTold() {
        assertThat(migrated("{\"my modem\": {\"ENGINE\": \"rapidsms.backends.database\"}}"))
                .contains("# TODO a name has only letters", "rapidsms.backends.my-modem.engine");
    }

    @Test
    void theSettingsOfAProject() {
        assertThat(
                        migrated(
                                """
                                {"INSTALLED_BACKENDS": {"b": {"ENGINE": "rapidsms.backends.database.DatabaseBackend"}},
                                 "RAPIDSMS_ROUTER": "rapidsms.router.celery.CeleryRouter",
                                 "PROJECT_NAME": "Clinics",
                                 "DEFAULT_RESPONSE": "Sorry, %(project_name)s could not understand your message.",
                                 "DB_ROUTER_DEFAULT_BATCH_SIZE": 50,
                                 "LANGUAGE_CODE": "fr",
                                 "LANGUAGES": [["en", "English"], ["fr", "French"]],
                                 "RAPIDSMS_HANDLERS": ["rapidsms.contrib.echo.handlers.echo.EchoHandler",
                                                       "myapp.handlers.HelpHandler"],
                                 "INSTALLED_APPS": ["django.contrib.auth", "rapidsms", "rapidsms.contrib.messagelog",
                                                    "myapp", "rapidsms.contrib.default"],
                                 "DATABASES": {"default": {"PASSWORD": "geheim"}},
                                 "SECRET_KEY": "geheim"}
                                """))
                .contains(
                        "rapidsms.backends.b.engine = database",
                        "rapidsms.router = jms",
                        "rapidsms.project-name = Clinics",
                        "rapidsms.default-response = Sorry, %(project_name)s could not",
                        "rapidsms.router.batch-size = 50",
                        "rapidsms.default-language = fr",
                        "rapidsms.languages = en, fr",
                        "rapidsms.handlers = echo\n",
                        "# TODO if it is a handler: write it in Java, and add its name: myapp.handlers.HelpHandler",
                        "rapidsms.apps = messagelog, default\n",
                        "# TODO if it is an app: write it in Java, and add its name: myapp",
                        "rapidsms.datasource.*",
                        "# TODO if your own code reads it: SECRET_KEY")
                .doesNotContain("geheim", "django.contrib.auth");
    }

    @Test
    void everyNameThatComesInComesOut() {
        var settings =
                "{\"RAPIDSMS_ROUTER\": \"my.Router\", \"EXCLUDED_HANDLERS\": [\"a.B\"], \"RAPIDSMS_TABS\": []}";

        assertThat(migrated(settings))
                .contains("my.Router", "EXCLUDED_HANDLERS = a.B", "RAPIDSMS_TABS");
    }

    /** As the server's properties file is read: a backslash is written twice, "${" is escaped. */
    @Test
    void aPasswordStaysWhatItWas() throws IOException {
        var read = new Properties();
        read.load(
                new StringReader(
                        migrated(
                                """
                                {"b": {"ENGINE": "rapidsms.backends.vumi", "sendsms_pass": "a\\\\b${c}ü #!"}}
                                """)));

        assertThat(read).containsEntry("rapidsms.backends.b.sendsms-pass", "a\\b\\${c}ü #!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\": }", "INSTALLED_BACKENDS = {", "", "[1]"})
    void whatIsNeitherIsRefused(String file) {
        assertThatThrownBy(() -> migrated(file)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String migrated(String file) {
        var migration = new Migration("http://sms:8080/");
        migration.add(file);
        return migration.properties();
    }
}
