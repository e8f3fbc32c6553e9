package org.rapidsms.web.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rapidsms.queue.DeadLetter;
import org.rapidsms.web.frame.Page;

class DeadLetterRowsTest {

    @Test
    void theLastToDieStandFirst() {
        assertThat(texts(7, null, null)).containsExactly("7", "6", "5");
        assertThat(texts(0, null, null)).isEmpty();
    }

    @Test
    void eachLetterIsOnOnePage() {
        assertThat(texts(7, "5", null)).containsExactly("4", "3", "2");
        assertThat(texts(7, "2", null)).containsExactly("1");
        assertThat(texts(7, null, "1")).containsExactly("4", "3", "2");
        assertThat(texts(7, null, "4")).containsExactly("7", "6", "5");
    }

    @Test
    void whatHasGoneMeanwhileLeadsToTheFirst() {
        assertThat(texts(2, "99", null)).containsExactly("2", "1");
        assertThat(texts(2, null, "99")).containsExactly("2", "1");
        assertThat(texts(2, "0", null)).containsExactly("2", "1");
    }

    private static List<String> texts(int letters, String before, String after) {
        var oldest =
                IntStream.rangeClosed(1, letters)
                        .mapToObj(i -> new DeadLetter("", null, "", "", "" + i, "", 0, ""))
                        .toList();
        return Page.of(new DeadLetterRows(oldest), before, after, 3).getRows().stream()
                .map(row -> row.letter().text())
                .toList();
    }
}
