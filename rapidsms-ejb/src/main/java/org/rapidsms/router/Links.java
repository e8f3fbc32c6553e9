package org.rapidsms.router;

import static org.rapidsms.router.LinkLog.LOG;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.rapidsms.backend.Backends;
import org.rapidsms.backend.ConfiguredBackend;
import org.rapidsms.backend.ConnectedBackend;
import org.rapidsms.backend.Holds;
import org.rapidsms.backend.ReadyBackends;

/** Gives each backend that keeps a connection a thread of its own, while the server runs. */
@Singleton
@Startup
@DependsOn("Start")
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Links {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Resource ManagedThreadFactory threads;

    // What is named so is there until this bean is gone; other beans may go before it.
    @Resource(lookup = "java:jboss/datasources/RapidSMS")
    DataSource database;

    @Inject Backends backends;

    @Inject Holds holds;

    @Inject ReadyBackends ready;

    @Inject Arrivals arrivals;

    @Inject Doorbell doorbell;

    private final Map<Link, Thread> links = new LinkedHashMap<>();
    private ExecutorService calm;

    @PostConstruct
    void start() {
        calm = Executors.newCachedThreadPool(threads);
        var node =
                new LinkNode(
                        UUID.randomUUID().toString(),
                        holds,
                        ready,
                        arrivals,
                        doorbell,
                        new Calm(calm),
                        LOOK,
                        Holds.LEASE,
                        Backoff.Pace.USUAL);
        backends.all().stream()
                .filter(backend -> backend.backend() instanceof ConnectedBackend)
                .forEach(backend -> start(new Link(node, backend), backend));
    }

    private void start(Link link, ConfiguredBackend backend) {
        var thread = threads.newThread(link);
        thread.setName("rapidsms-" + backend.name());
        links.put(link, thread);
        thread.start();
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void beat() {
        links.keySet().forEach(Link::beat);
    }

    @PreDestroy
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    void stop() {
        links.keySet().forEach(Link::stop);
        long end = System.nanoTime() + PATIENCE.toNanos();
        links.forEach((link, thread) -> end(link, thread, end));
        calm.shutdown();
    }

    private void end(Link link, Thread thread, long end) {
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, end - System.nanoTime()));
            if (thread.isAlive()) {
                LOG.notEnded(thread.getName());
            } else {
                link.giveUp(database);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.notGivenUp(thread.getName(), e.getMessage());
        }
    }
}
