package org.rapidsms.it;

/** The settings of the server of the tests, as an operator would write them. */
final class ServerProperties {

    private ServerProperties() {}

    static String ofThisRun() {
        return PostgreSql.isAsked() ? ofEachRun() + PostgreSql.properties() : ofEachRun();
    }

    private static String ofEachRun() {
        return """
                rapidsms.http.port=%d
                rapidsms.admin.username=%s
                rapidsms.admin.password=%s

                rapidsms.backends.http.engine=http
                rapidsms.backends.http.outgoing-url=%s?to={identity}&text={text}

                rapidsms.backends.http-eager.engine=http
                rapidsms.backends.http-eager.outgoing-url=%s?to={identity}&text={text}
                rapidsms.backends.http-eager.eager=true

                rapidsms.router.attempts=3
                rapidsms.backends.jms.engine=http
                rapidsms.backends.jms.router=jms
                rapidsms.backends.jms.outgoing-url=%s?to={identity}&text={text}
                rapidsms.backends.jms-kannel.engine=kannel
                rapidsms.backends.jms-kannel.router=jms
                rapidsms.backends.jms-kannel.sendsms-url=%s

                rapidsms.backends.flaky.engine=http
                rapidsms.backends.flaky.outgoing-url=%s?to={identity}&text={text}
                rapidsms.backends.flaky.timeout=2s

                rapidsms.backends.refusing.engine=http
                rapidsms.backends.refusing.outgoing-url=%s?to={identity}&text={text}

                rapidsms.backends.kannel-fake-smsc.engine=kannel
                rapidsms.backends.kannel-fake-smsc.sendsms-url=%s
                rapidsms.backends.kannel-fake-smsc.sendsms-params.smsc=FAKE
                rapidsms.backends.kannel-fake-smsc.sendsms-params.from=123
                rapidsms.backends.kannel-fake-smsc.sendsms-params.username=%s
                rapidsms.backends.kannel-fake-smsc.sendsms-params.password=%s
                rapidsms.backends.kannel-fake-smsc.charset=auto
                rapidsms.backends.kannel-fake-smsc.coding=auto

                rapidsms.backends.mail.engine=email
                rapidsms.backends.mail.from=RapidSMS <%s>
                rapidsms.backends.mail.smtp-host=127.0.0.1
                rapidsms.backends.mail.smtp-port=%d
                rapidsms.backends.mail.smtp-tls=none
                rapidsms.backends.mail.imap-host=127.0.0.1
                rapidsms.backends.mail.imap-port=%d
                rapidsms.backends.mail.imap-tls=none
                rapidsms.backends.mail.imap-username=%s
                rapidsms.backends.mail.imap-password=%s

                rapidsms.backends.modem.engine=gsm
                rapidsms.backends.modem.port=tcp://127.0.0.1:%d
                """
                .formatted(
                        Ports.HTTP.number(),
                        Server.ADMINISTRATOR,
                        Server.PASSWORD,
                        FakeGateway.QUEUED.address(),
                        FakeGateway.EAGER.address(),
                        FakeGateway.QUEUED.address(),
                        FakeGateway.QUEUED.address(),
                        FlakyGateway.GATEWAY.address(),
                        FlakyGateway.GATEWAY.refusing(),
                        Kannel.sendsms(),
                        Kannel.USERNAME,
                        Kannel.PASSWORD,
                        FakeMail.ADDRESS,
                        FakeMail.smtp(),
                        FakeMail.imap(),
                        FakeMail.USERNAME,
                        FakeMail.PASSWORD,
                        FakeModem.MODEM.port());
    }
}
