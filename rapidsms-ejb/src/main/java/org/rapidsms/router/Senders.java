package org.rapidsms.router;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.rapidsms.backend.ConfiguredBackend;

/** Sees to it that no backend keeps more threads of this node than it may. */
@ApplicationScoped
public class Senders {

    private final Map<String, Crew> byBackend = new ConcurrentHashMap<>();

    /** Those who send by this backend. */
    public Crew of(ConfiguredBackend backend) {
        return byBackend.computeIfAbsent(
                backend.name(), name -> new Crew(backend.sending().calls()));
    }

    /** Those who send by one backend. */
    public static final class Crew {

        private final Semaphore places;
        private final AtomicBoolean called = new AtomicBoolean();

        Crew(int most) {
            places = new Semaphore(most);
        }

        /**
         * Says that there is work.
         *
         * @return whether all places are taken, and one of those who have one will see to it
         */
        public boolean call() {
            called.set(true);
            return places.availablePermits() == 0;
        }

        /**
         * Does the work if there is a place. If there is none, one of those who have a place does
         * it once more before it leaves, so that no call is missed.
         */
        public void work(Runnable work) {
            called.set(true);
            while (called.get() && places.tryAcquire()) {
                try {
                    called.set(false);
                    work.run();
                } finally {
                    places.release();
                }
            }
        }
    }
}
