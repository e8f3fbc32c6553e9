package org.rapidsms.backend.email;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.time.Duration;
import javax.net.SocketFactory;
import org.rapidsms.backend.Gateway;
import org.rapidsms.backend.SendException;

/** Lets Jakarta Mail connect by the one door to the outside; what TLS there is it adds itself. */
final class GatewaySockets extends SocketFactory {

    private final Gateway gateway;
    private final Duration timeout;

    GatewaySockets(Gateway gateway, Duration timeout) {
        this.gateway = gateway;
        this.timeout = timeout;
    }

    @Override
    public Socket createSocket() {
        return new ThroughTheGateway();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        var socket = createSocket();
        socket.connect(InetSocketAddress.createUnresolved(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress here, int herePort)
            throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress here, int herePort)
            throws IOException {
        return createSocket(host, port);
    }

    /** A socket that becomes another when it is connected, as Jakarta Mail connects by itself. */
    private final class ThroughTheGateway extends DelegatingSocket {

        @Override
        public void connect(SocketAddress address) throws IOException {
            connect(address, 0);
        }

        @Override
        public void connect(SocketAddress address, int ignored) throws IOException {
            var where = (InetSocketAddress) address;
            try {
                become(gateway.connect(where.getHostString(), where.getPort(), false, timeout));
            } catch (SendException e) {
                throw (IOException) new ConnectException(e.getMessage()).initCause(e);
            }
        }
    }
}
