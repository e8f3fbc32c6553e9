package org.rapidsms.it;

/** The settings of the server of the tests, as an operator would write them. */
final class ServerProperties {

    private ServerProperties() {}

    static String ofThisRun() {
        return ofEachRun()
                + ofJasmin()
                + ofMailAndModem()
                + ofKannelOverSmpp()
                + ofPhones()
                + ofSmpp()
                + Vendors.APIS.properties()
                + (Ngircd.isInstalled() ? Ngircd.properties() : "")
                + (PostgreSql.isAsked() ? PostgreSql.properties() : "");
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

        rapidsms.backends.guarded.engine=http
        rapidsms.backends.guarded.outgoing-url=%s?to={identity}&text={text}
        rapidsms.backends.guarded.webhook-secret=only for this test
        rapidsms.backends.guarded.webhook-basic=mtn:this one too
        rapidsms.backends.guarded.allow-from=127.0.0.0/8, ::1
        rapidsms.backends.elsewhere.engine=http
        rapidsms.backends.elsewhere.outgoing-url=%s?to={identity}&text={text}
        rapidsms.backends.elsewhere.allow-from=192.0.2.0/24
        rapidsms.backends.old-kannel.engine=kannel
        rapidsms.backends.old-kannel.sendsms-url=%s
        rapidsms.backends.old-kannel.webhook-secret=only for this test

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
        """
                .formatted(
                        Ports.HTTP.number(),
                        Server.ADMINISTRATOR,
                        Server.PASSWORD,
                        FakeGateway.QUEUED.address(),
                        FakeGateway.EAGER.address(),
                        FakeGateway.QUEUED.address(),
                        FakeGateway.QUEUED.address(),
                        FakeGateway.QUEUED.address(),
                        FakeGateway.QUEUED.address(),
                        FakeGateway.QUEUED.address(),
                        FlakyGateway.GATEWAY.address(),
                        FlakyGateway.GATEWAY.refusing(),
                        Kannel.sendsms(),
                        Kannel.USERNAME,
                        Kannel.PASSWORD);
    }

    private static String ofJasmin() {
        return """
                rapidsms.backends.jasmin.engine=http
                rapidsms.backends.jasmin.eager=true
                rapidsms.backends.jasmin.outgoing-url=%s
                rapidsms.backends.jasmin.outgoing-body=to={identity-no-plus}&hex-content={text-hex}
                rapidsms.backends.jasmin.success-regex=^Success
                rapidsms.backends.jasmin.external-id-regex=^Success "(.+)"
                rapidsms.backends.jasmin.incoming-identity=from
                rapidsms.backends.jasmin.incoming-text=content
                rapidsms.backends.jasmin.incoming-id=id
                rapidsms.backends.jasmin.incoming-answer=ACK/Jasmin
                rapidsms.backends.jasmin.report-id=id
                rapidsms.backends.jasmin.report-status=message_status
                """
                .formatted(JasminGateway.GATEWAY.address());
    }

    private static String ofMailAndModem() {
        return """
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
                        FakeMail.ADDRESS,
                        FakeMail.smtp(),
                        FakeMail.imap(),
                        FakeMail.USERNAME,
                        FakeMail.PASSWORD,
                        FakeModem.MODEM.port());
    }

    private static String ofKannelOverSmpp() {
        return """
                rapidsms.backends.kannel-smpp.engine=kannel
                rapidsms.backends.kannel-smpp.sendsms-url=%s
                rapidsms.backends.kannel-smpp.sendsms-params.smsc=SMPP
                rapidsms.backends.kannel-smpp.sendsms-params.from=123
                rapidsms.backends.kannel-smpp.sendsms-params.username=%s
                rapidsms.backends.kannel-smpp.sendsms-params.password=%s
                rapidsms.backends.kannel-smpp.delivery-report-url=%s
                """
                .formatted(Kannel.sendsms(), Kannel.USERNAME, Kannel.PASSWORD, Server.address(""));
    }

    private static String ofPhones() {
        return """
                rapidsms.backends.vumi.engine=vumi
                rapidsms.backends.vumi.sendsms-url=%s
                rapidsms.backends.vumi.rapidsms-username=vumi
                rapidsms.backends.vumi.rapidsms-password=secret
                rapidsms.backends.smssync.engine=smssync
                rapidsms.backends.smssync.secret=for tests
                rapidsms.backends.smssync.lease=10m
                rapidsms.backends.envayasms.engine=envayasms
                rapidsms.backends.envayasms.password=for tests
                """
                .formatted(FakeRelay.VUMI.address());
    }

    private static String ofSmpp() {
        return """
                rapidsms.backends.smpp.engine=smpp
                rapidsms.backends.smpp.host=127.0.0.1
                rapidsms.backends.smpp.port=%d
                rapidsms.backends.smpp.system-id=rapid
                rapidsms.backends.smpp.password=%s
                rapidsms.backends.smpp.source-address=789
                """
                .formatted(SmsCentre.HERE.port(), SmsCentre.PASSWORD);
    }
}
