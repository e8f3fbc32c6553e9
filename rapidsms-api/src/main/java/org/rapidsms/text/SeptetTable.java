package org.rapidsms.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What each of the 128 septets means, in one table of the standard. */
final class SeptetTable {

    /** When a table is in force. */
    enum Kind {
        /** In the whole text. */
        LOCKING,
        /** For the one septet after an escape. */
        SHIFT
    }

    static final int SIZE = 128;
    static final int NONE = -1;

    private static final int ROW = 16;
    private static final Map<String, SeptetTable> TABLES = read();

    private final int[] characters = new int[SIZE];
    private final Map<Integer, Integer> septets = new HashMap<>();

    /** Spanish has no alphabet of its own: the default one stands in. */
    static SeptetTable of(NationalLanguage language, Kind kind) {
        var table = TABLES.get(language + " " + kind);
        return table == null ? of(NationalLanguage.NONE, kind) : table;
    }

    /** The character of a septet; {@link #NONE} if it has no meaning here. */
    int character(int septet) {
        return characters[septet];
    }

    /** The septet of a character; {@link #NONE} if it is not in this table. */
    int septet(int character) {
        return septets.getOrDefault(character, NONE);
    }

    private static Map<String, SeptetTable> read() {
        var tables = new HashMap<String, SeptetTable>();
        try (var file =
                new BufferedReader(
                        new InputStreamReader(
                                SeptetTable.class.getResourceAsStream("septets.txt"),
                                StandardCharsets.UTF_8))) {
            var lines = file.lines().filter(line -> !line.startsWith("#")).iterator();
            while (lines.hasNext()) {
                var table = new SeptetTable();
                tables.put(lines.next(), table);
                for (int first = 0; first < SIZE; first += ROW) {
                    table.fill(first, lines.next());
                }
            }
            return tables;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(int first, String line) {
        var cells = line.split(" ");
        for (int i = 0; i < ROW; i++) {
            int character = cells[i].equals("----") ? NONE : Integer.parseInt(cells[i], 16);
            characters[first + i] = character;
            if (character != NONE) {
                septets.putIfAbsent(character, first + i);
            }
        }
    }
}
