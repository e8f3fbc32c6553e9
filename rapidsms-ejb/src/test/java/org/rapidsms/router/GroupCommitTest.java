package org.rapidsms.router;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What threads bring is done together if they come together, and each gets its own. */
class GroupCommitTest {

    private static final int MOST = 4;

    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch open = new CountDownLatch(1);
    private final GroupCommit<Integer, String> commit = new GroupCommit<>(MOST, this::work);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private List<String> work(List<Integer> items) {
        groups.add(items);
        try {
            open.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (items.contains(13)) {
            throw new IllegalArgumentException("13 among " + items.size());
        }
        return items.stream().map(String::valueOf).toList();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void oneAloneIsDoneAtOnce() {
        open.countDown();
        assertThat(commit.join(1)).isEqualTo("1");
        assertThat(groups).containsExactly(List.of(1));
    }

    @Test
    void whoeverComesMeanwhileIsDoneTogether() throws Exception {
        var first = join(0);
        Awaitility.await().until(() -> groups.size() == 1);
        var others = IntStream.rangeClosed(1, 9).mapToObj(this::join).toList();
        Awaitility.await().until(() -> commit.waiting() == 9);
        open.countDown();

        assertThat(first.get()).isEqualTo("0");
        for (int i = 0; i < others.size(); i++) {
            assertThat(others.get(i).get()).isEqualTo(String.valueOf(i + 1));
        }
        assertThat(groups).hasSize(4).allMatch(group -> group.size() <= MOST);
    }

    @Test
    void nobodySuffersFromAnothersItem() throws Exception {
        var first = join(0);
        Awaitility.await().until(() -> groups.size() == 1);
        var others = List.of(join(12), join(13), join(14));
        Awaitility.await().until(() -> commit.waiting() == 3);
        open.countDown();

        assertThat(first.get()).isEqualTo("0");
        assertThat(others.get(0).get()).isEqualTo("12");
        assertThat(others.get(2).get()).isEqualTo("14");
        assertThatThrownBy(() -> others.get(1).get()).hasMessageContaining("13 among 1");
    }

    @Test
    void whoeverIsInterruptedWaitsAllTheSame() throws Exception {
        join(0);
        Awaitility.await().until(() -> groups.size() == 1);
        var interrupted =
                threads.submit(
                        () -> {
                            Thread.currentThread().interrupt();
                            assertThat(commit.join(5)).isEqualTo("5");
                            return Thread.interrupted();
                        });
        Awaitility.await().until(() -> commit.waiting() == 1);
        open.countDown();
        assertThat(interrupted.get()).as("still interrupted").isTrue();
    }

    private Future<String> join(int item) {
        return threads.submit(() -> commit.join(item));
    }
}
