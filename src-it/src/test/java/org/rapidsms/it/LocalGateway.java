package org.rapidsms.it;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A gateway on a free port of this machine. Each call is served by a thread of its own. */
class LocalGateway implements AutoCloseable {

    private final HttpServer server;

    LocalGateway() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(
                Executors.newCachedThreadPool(
                        work -> {
                            var thread = new Thread(work, "local-gateway");
                            thread.setDaemon(true);
                            return thread;
                        }));
        server.start();
    }

    /** Says who serves the calls of a path. */
    final void serve(String path, HttpHandler handler) {
        server.createContext(path, handler);
    }

    final String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Waits until something may be answered, but for no longer than some seconds. */
    static void await(CountDownLatch latch, int seconds) {
        try {
            latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
