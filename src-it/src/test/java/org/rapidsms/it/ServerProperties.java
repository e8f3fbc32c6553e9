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

                rapidsms.backends.kannel-smpp.engine=kannel
                rapidsms.backends.kannel-smpp.sendsms-url=%s
                rapidsms.backends.kannel-smpp.sendsms-params.smsc=SMPP
                rapidsms.backends.kannel-smpp.sendsms-params.from=123
                rapidsms.backends.kannel-smpp.sendsms-params.username=%s
                rapidsms.backends.kannel-smpp.sendsms-params.password=%s
                rapidsms.backends.kannel-smpp.delivery-report-url=%s

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
                        Kannel.sendsms(),
                        Kannel.USERNAME,
                        Kannel.PASSWORD,
                        Server.address(""),
                        FakeRelay.VUMI.address());
    }
}
