package org.rapidsms.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.ejb.EJBException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rapidsms.schema.TestDatabase;

class FirstAdministratorTest {

    @Test
    void serversThatStartTogetherMakeOneAndAllStart() throws Exception {
        var database = TestDatabase.newPostgresql();
        var together = new CyclicBarrier(3);
        var threads = Executors.newFixedThreadPool(3);
        try {
            var starts =
                    Stream.generate(() -> threads.submit(() -> start(database, together)))
                            .limit(3)
                            .toList();
            for (var start : starts) {
                start.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(
                        database.<Long>ask(
                                e ->
                                        e.createQuery("select count(u) from User u", Long.class)
                                                .getSingleResult()))
                .isEqualTo(1);
    }

    private static void start(TestDatabase database, CyclicBarrier together) {
        var first = new FirstAdministrator();
        first.accounts = new Contained(database, together);
        first.config = new SmallRyeConfigBuilder().build();
        first.welcome();
    }

    /** As the container calls it: each call a transaction. All servers see that there is nobody. */
    private static class Contained extends Accounts {

        private final TestDatabase database;
        private final CyclicBarrier together;
        private boolean asked;

        Contained(TestDatabase database, CyclicBarrier together) {
            this.database = database;
            this.together = together;
        }

        @Override
        public boolean isEmpty() {
            var empty = database.<Boolean>ask(e -> AccountsTest.accounts(e).isEmpty());
            if (!asked) {
                asked = true;
                awaitOthers();
            }
            return empty;
        }

        private void awaitOthers() {
            try {
                together.await();
            } catch (InterruptedException | BrokenBarrierException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public User add(String username, String password, boolean staff) {
            try {
                return database.ask(e -> AccountsTest.accounts(e).add(username, password, staff));
            } catch (AccountException e) {
                throw e;
            } catch (RuntimeException e) {
                throw new EJBException(e);
            }
        }
    }
}
