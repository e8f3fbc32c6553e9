package org.rapidsms.backend.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;

/** A socket that does through another, as soon as there is one, what mail needs of a socket. */
class DelegatingSocket extends Socket {

    private Socket other = new Socket();

    final void become(Socket connected) throws SocketException {
        // What was set before there was another.
        if (other.getSoTimeout() > 0) {
            connected.setSoTimeout(other.getSoTimeout());
        }
        other = connected;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return other.getInputStream();
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return other.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        other.close();
    }

    @Override
    public boolean isConnected() {
        return other.isConnected();
    }

    @Override
    public boolean isClosed() {
        return other.isClosed();
    }

    @Override
    public boolean isBound() {
        return other.isBound();
    }

    @Override
    public boolean isInputShutdown() {
        return other.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return other.isOutputShutdown();
    }

    @Override
    public void shutdownInput() throws IOException {
        other.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        other.shutdownOutput();
    }

    @Override
    public void setSoTimeout(int milliseconds) throws SocketException {
        other.setSoTimeout(milliseconds);
    }

    @Override
    public int getSoTimeout() throws SocketException {
        return other.getSoTimeout();
    }

    @Override
    public void setTcpNoDelay(boolean on) throws SocketException {
        other.setTcpNoDelay(on);
    }

    @Override
    public InetAddress getInetAddress() {
        return other.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return other.getLocalAddress();
    }

    @Override
    public int getPort() {
        return other.getPort();
    }

    @Override
    public int getLocalPort() {
        return other.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return other.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return other.getLocalSocketAddress();
    }
}
