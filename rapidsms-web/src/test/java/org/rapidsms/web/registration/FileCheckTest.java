package org.rapidsms.web.registration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.ContactFields;
import org.rapidsms.contact.Contacts;
import org.rapidsms.contact.Phone;
import org.rapidsms.contact.bulk.StagedLine;

/** Rows 288 to 298 of the conformance list: how a file of contacts is read. */
class FileCheckTest {

    private static final ContactFields FIELDS =
            ContactFields.of(
                    List.of(TestField.VILLAGE, TestField.WEIGHT, TestField.BORN, TestField.JOB));

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann,mtn,1",
                "Ann,mtn,1,",
                " Ann , mtn ,\t1 \r\n",
                "\r\n  \n,,\nAnn,mtn,1\n\n",
                "name,backend,identity\nAnn,mtn,1",
                "\uFEFF\"Name\",\"Backend\",\"Identity\",\"Language\"\r\n\"Ann\",\"mtn\",\"1\",\"\"",
                "Ann;mtn;1",
                "Ann, \"mtn\" ,1\rBob,mtn,2",
                "identity,name,BACKEND\n1,Ann,mtn",
                "backend,identity,name,,\nmtn,1,Ann,,"
            })
    void readsWhatSpreadsheetsWrite(String text) throws IOException {
        var first = check(text).get(0);

        assertThat(first.isFaulty()).isFalse();
        assertThat(first.getName()).isEqualTo("Ann");
        assertThat(first.phone()).isEqualTo(new Phone("mtn", "1"));
    }

    @Test
    void readsWhatIsQuoted() throws IOException {
        var line = check("\"Smith, \"\"J\"\"\",mtn,\"1\",pt-br").get(0);

        assertThat(line.getName()).isEqualTo("Smith, \"J\"");
        assertThat(line.getLanguage()).isEqualTo("pt-BR");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,Amélie Ñ", "ISO-8859-1,Amélie Ñ", "UTF-8,😀"})
    void findsOutTheEncoding(String encoding, String name) throws IOException {
        var line = check(name + ",mtn,1", Charset.forName(encoding)).get(0);

        assertThat(line.getName()).isEqualTo(name);
    }

    @Test
    void saysHowAFileIsWritten() throws IOException {
        assertThat(file("É;mtn;1,2", ISO_8859_1).encoding()).isEqualTo("Latin-1");
        assertThat(file("É;mtn;1,2", ISO_8859_1).usesSemicolons()).isTrue();
        assertThat(file("\"a;;;\",mtn,1", UTF_8).usesSemicolons()).isFalse();
        assertThat(file("a\nb\nc", UTF_8).lineCount()).isEqualTo(3);
    }

    @Test
    void findsWhatIsWrongAndWhere() throws IOException {
        var text =
                """
                Ann,mtn,1

                bad
                Bob,airtel,2
                Cid,mtn,
                Dan,mtn,1
                Eve,mtn,7
                Fay,mtn,3,???
                %s,mtn,4
                Gus,mtn,%s
                a,b,c,d,e
                Hal,MTN,5
                "Ida\nIna",mtn,6
                """
                        .formatted("n".repeat(101), "5".repeat(101));

        assertThat(check(text))
                .extracting(StagedLine::getLine, StagedLine::getFault)
                .containsExactly(
                        tuple(1L, null),
                        tuple(3L, "CELLS"),
                        tuple(4L, "BACKEND"),
                        tuple(5L, "NO_IDENTITY"),
                        tuple(6L, "TWICE"),
                        tuple(7L, "TAKEN"),
                        tuple(8L, "LANGUAGE"),
                        tuple(9L, "NAME_LONG"),
                        tuple(10L, "IDENTITY_LONG"),
                        tuple(11L, "CELLS"),
                        tuple(12L, "BACKEND"),
                        tuple(13L, "STRANGE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "name,backend,identity\n"})
    void findsNobodyInAnEmptyFile(String text) throws IOException {
        assertThat(check(text)).isEmpty();
    }

    @Test
    void readsFieldsByKeyOrLabel() throws IOException {
        var text =
                "Village,identity,backend,weight,born,job\nGulu,1,mtn,12.50,2020-02-29,The Nurse";

        assertThat(check(text).get(0).values())
                .isEqualTo(
                        Map.of(
                                "village", "Gulu",
                                "weight", "12.50",
                                "born", "2020-02-29",
                                "job", "nurse"));
    }

    @ParameterizedTest
    @CsvSource({
        "'Nowhere,,,', village, OWN",
        "',,,', village, MISSING",
        "'Gulu,heavy,,', weight, NUMBER",
        "'Gulu,1e9,,', weight, NUMBER",
        "'Gulu,,30.2.2020,', born, DATE",
        "'Gulu,,2021-02-29,', born, DATE",
        "'Gulu,,,king', job, CHOICE"
    })
    void saysWhichFieldIsWrong(String cells, String field, String fault) throws IOException {
        var line = check("backend,identity,village,weight,born,job\nmtn,1," + cells).get(0);

        assertThat(line.getField()).isEqualTo(field);
        assertThat(line.getFault()).isEqualTo(fault);
    }

    @Test
    void aFileWithoutAFieldThatIsNeededIsWrong() throws IOException {
        assertThat(checkWith(FIELDS, "Ann,mtn,1", UTF_8))
                .extracting(StagedLine::getFault)
                .containsExactly("MISSING");
    }

    @Test
    void saysWhichHeadingMeansNothing() throws IOException {
        assertThat(unknown("name,backend,identity,vilage")).containsExactly("vilage");
        assertThat(unknown("name,backend,identity,Name")).containsExactly("Name");
        assertThat(unknown("name,,backend,identity,")).containsExactly("");
        assertThat(unknown("Ann,mtn,1,en")).isEmpty();
    }

    @Test
    void aCellWithoutAHeadingIsNotLost() throws IOException {
        assertThat(check("backend,identity\nmtn,1,x\nmtn,2,"))
                .extracting(StagedLine::getFault)
                .containsExactly("SURPLUS", null);
    }

    @Test
    void linesOfOneNumberAreOneContact() throws IOException {
        var text =
                """
                contact,name,backend,identity
                1,Ann,mtn,1
                1,Ann,zain,1
                2,Bob,mtn,2
                2,Rob,zain,2
                ,Cid,mtn,3
                ,Cid,zain,3
                """;

        assertThat(check(text))
                .extracting(StagedLine::isGoesOn, StagedLine::getFault)
                .containsExactly(
                        tuple(false, null),
                        tuple(true, null),
                        tuple(false, null),
                        tuple(true, "DIFFERENT"),
                        tuple(false, null),
                        tuple(false, null));
    }

    @Test
    void takesAwayWhatAnExportHasAddedForSafety() throws IOException {
        assertThat(check("'=Ann,mtn,'-1").get(0).getName()).isEqualTo("=Ann");
        assertThat(check("'=Ann,mtn,'-1").get(0).getIdentity()).isEqualTo("-1");
    }

    @Test
    void endsWhereACellHasNoEnd() throws IOException {
        assertThat(check("Ann,mtn,1\nBob,mtn,\"2" + "x".repeat(2_000_000)))
                .extracting(StagedLine::getFault)
                .containsExactly(null, "UNREADABLE");
    }

    /** Each line is handed on before many more are read, so that none of them has to be kept. */
    @Test
    void aHundredThousandLinesNeedNoMoreMemoryThanSomeHundred() throws IOException {
        int all = 100_000;
        var held = new int[3];
        var text = new EndlessLines(all);
        var staging =
                new InMemory(Map.of()) {
                    @Override
                    public Set<Phone> staged(Collection<Phone> phones) {
                        return Set.of();
                    }

                    @Override
                    public void stage(List<StagedLine> lines) {
                        held[0] = Math.max(held[0], text.given - held[1]);
                        held[1] += lines.size();
                        held[2] = Math.max(held[2], lines.size());
                    }
                };
        try (var lines = new ContactLines(text, ',', FIELDS, Locale.ENGLISH)) {
            new FileCheck(Set.of("mtn"), staging).run(lines);
        }

        assertThat(held[1]).isEqualTo(all);
        assertThat(held[2]).isEqualTo(Contacts.BATCH);
        // What the reader has in its buffers comes on top.
        assertThat(held[0]).isLessThan(10 * Contacts.BATCH);
    }

    private List<String> unknown(String text) throws IOException {
        try (var lines = file(text + "\n", UTF_8).lines(FIELDS, Locale.ENGLISH)) {
            return lines.columns().unknown();
        }
    }

    private List<StagedLine> check(String text) throws IOException {
        return check(text, UTF_8);
    }

    /** With the fields if the file names some. */
    private List<StagedLine> check(String text, Charset charset) throws IOException {
        boolean hasFields = text.toLowerCase(Locale.ROOT).contains("village");
        return checkWith(hasFields ? FIELDS : ContactFields.of(List.of()), text, charset);
    }

    private List<StagedLine> checkWith(ContactFields fields, String text, Charset charset)
            throws IOException {
        var staging = new InMemory(Map.of(new Phone("mtn", "7"), new Contact("Zoe")));
        try (var lines = file(text, charset).lines(fields, Locale.ENGLISH)) {
            new FileCheck(Set.of("mtn", "zain"), staging).run(lines);
        }
        return staging.lines;
    }

    private ContactFile file(String text, Charset charset) throws IOException {
        return new ContactFile(Files.writeString(folder.resolve("people.csv"), text, charset));
    }

    /** What the database is for the server. */
    private static class InMemory implements FileCheck.Staging {

        private final List<StagedLine> lines = new ArrayList<>();
        private final Map<Phone, Contact> owners;

        private InMemory(Map<Phone, Contact> owners) {
            this.owners = owners;
        }

        @Override
        public Set<Phone> staged(Collection<Phone> phones) {
            return lines.stream().map(StagedLine::phone).collect(Collectors.toSet());
        }

        @Override
        public Map<Phone, Contact> owners(Collection<Phone> phones) {
            return owners;
        }

        @Override
        public void stage(List<StagedLine> some) {
            lines.addAll(some);
        }
    }

    /** Lines that are made while they are read. */
    private static final class EndlessLines extends Reader {

        private final int all;
        private int given;
        private String rest = "backend,identity,village\n";

        private EndlessLines(int all) {
            this.all = all;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (rest.isEmpty() && given < all) {
                rest = "mtn,%d,Gulu\n".formatted(given++);
            }
            int count = Math.min(length, rest.length());
            rest.getChars(0, count, buffer, offset);
            rest = rest.substring(count);
            return count == 0 ? -1 : count;
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
