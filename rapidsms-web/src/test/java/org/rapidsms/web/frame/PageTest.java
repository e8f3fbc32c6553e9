package org.rapidsms.web.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    private static final int SIZE = 3;

    @Test
    void theFirstPageHasTheNewestRows() {
        var page = page(10, null, null);

        assertThat(page.getRows()).containsExactly(10L, 9L, 8L);
        assertThat(page.isNewer()).isFalse();
        assertThat(page.isOlder()).isTrue();
    }

    @Test
    void olderRowsFollowTheLastOfAPage() {
        var first = page(10, null, null);

        var second = page(10, Long.toString(first.getLastKey()), null);

        assertThat(second.getRows()).containsExactly(7L, 6L, 5L);
        assertThat(second.isNewer()).isTrue();
        assertThat(second.isOlder()).isTrue();
    }

    @Test
    void theLastPageHasWhatIsLeft() {
        var page = page(10, "2", null);

        assertThat(page.getRows()).containsExactly(1L);
        assertThat(page.isNewer()).isTrue();
        assertThat(page.isOlder()).isFalse();
    }

    @Test
    void newerRowsStandBeforeTheFirstOfAPageNewestFirst() {
        var page = page(10, null, "4");

        assertThat(page.getRows()).containsExactly(7L, 6L, 5L);
        assertThat(page.isNewer()).isTrue();
        assertThat(page.isOlder()).isTrue();
    }

    @Test
    void theNewestRowsAreAFullFirstPage() {
        var page = page(10, null, "8");

        assertThat(page.getRows()).containsExactly(10L, 9L, 8L);
        assertThat(page.isNewer()).isFalse();
    }

    @Test
    void aPageThatIsJustFullLeadsNowhere() {
        var page = page(SIZE, null, null);

        assertThat(page.getRows()).hasSize(SIZE);
        assertThat(page.isOlder()).isFalse();
    }

    @Test
    void nothingIsAnEmptyPage() {
        var page = page(0, null, null);

        assertThat(page.getRows()).isEmpty();
        assertThat(page.isNewer()).isFalse();
        assertThat(page.isOlder()).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "x", "-1", "0", "1", "99999999999999999999", "1 or 1=1", "١"})
    void whatMakesNoSenseOrLeadsNowhereIsTheFirstPage(String key) {
        assertThat(page(10, key, null).getRows()).containsExactly(10L, 9L, 8L);
    }

    @Test
    void aRowThatArrivesDoesNotShiftAPage() {
        assertThat(page(11, "8", null).getRows()).isEqualTo(page(10, "8", null).getRows());
    }

    @Test
    void aSearchThatLooksNoFurtherLeadsOn() {
        var evens = new Far(new Numbers(100), 10);

        var page = Page.of(evens, null, null, SIZE);
        assertThat(page.getRows()).containsExactly(100L);
        assertThat(page.isCut()).isTrue();
        assertThat(page.isNewer()).isFalse();
        assertThat(page.isOlder()).isTrue();

        var next = Page.of(evens, Long.toString(page.getLastKey()), null, SIZE);
        assertThat(next.getRows()).isEmpty();
        assertThat(next.isNewer()).isTrue();
        assertThat(next.isOlder()).isTrue();

        var back = Page.of(evens, null, Long.toString(next.getFirstKey()), SIZE);
        assertThat(back.getRows()).containsExactly(100L);
    }

    @Test
    void aSearchThatHasLookedAtAllEnds() {
        var page = Page.of(new Far(new Numbers(5), 10), "4", null, SIZE);

        assertThat(page.isCut()).isFalse();
        assertThat(page.getRows()).isEmpty();
        assertThat(page.isOlder()).isFalse();
    }

    /** Finds what can be divided by 50, and looks at so many numbers at a time. */
    private record Far(Numbers all, int looksAt) implements Rows<Long> {

        @Override
        public List<Long> before(long key, int most) {
            return found(all.before(key, looksAt));
        }

        @Override
        public List<Long> after(long key, int most) {
            return found(all.after(key, looksAt));
        }

        private static List<Long> found(List<Long> lookedAt) {
            return lookedAt.stream().filter(n -> n % 50 == 0).toList();
        }

        @Override
        public OptionalLong horizonBefore(long key) {
            long horizon = Math.min(key, all.newest() + 1) - looksAt;
            return horizon > 1 ? OptionalLong.of(horizon) : OptionalLong.empty();
        }

        @Override
        public OptionalLong horizonAfter(long key) {
            long horizon = key + looksAt;
            return horizon < all.newest() ? OptionalLong.of(horizon) : OptionalLong.empty();
        }

        @Override
        public long key(Long row) {
            return row;
        }
    }

    private static Page<Long> page(long newest, String before, String after) {
        return Page.of(new Numbers(newest), before, after, SIZE);
    }

    /** The numbers from 1 to the newest, each its own key. */
    private record Numbers(long newest) implements Rows<Long> {

        @Override
        public List<Long> before(long key, int most) {
            return numbers()
                    .filter(n -> n < key)
                    .map(n -> -n)
                    .sorted()
                    .limit(most)
                    .map(n -> -n)
                    .boxed()
                    .toList();
        }

        @Override
        public List<Long> after(long key, int most) {
            return numbers().filter(n -> n > key).limit(most).boxed().toList();
        }

        @Override
        public long key(Long row) {
            return row;
        }

        private LongStream numbers() {
            return LongStream.rangeClosed(1, newest);
        }
    }
}
