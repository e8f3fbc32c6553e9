package org.rapidsms.web.registration;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapidsms.contact.Contact;
import org.rapidsms.contact.Phone;
import org.rapidsms.web.registration.ContactLine.Fault;

/** Rows 288 to 298 of the conformance list: how a file of contacts is read. */
class PreviewTest {

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
                "Ann, \"mtn\" ,1\rBob,mtn,2"
            })
    void readsWhatSpreadsheetsWrite(String text) throws IOException {
        var first = preview(text, UTF_8).getLines().get(0);

        assertThat(first.fault()).isEqualTo(Fault.NONE);
        assertThat(first.contact().name()).isEqualTo("Ann");
        assertThat(first.phone()).isEqualTo(new Phone("mtn", "1"));
    }

    @Test
    void readsWhatIsQuoted() throws IOException {
        var line = preview("\"Smith, \"\"J\"\"\",mtn,\"1\",pt-br", UTF_8).getLines().get(0);

        assertThat(line.getName()).isEqualTo("Smith, \"J\"");
        assertThat(line.contact().language()).isEqualTo("pt-BR");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,Amélie Ñ", "ISO-8859-1,Amélie Ñ", "UTF-8,😀"})
    void findsOutTheEncoding(String encoding, String name) throws IOException {
        var line = preview(name + ",mtn,1", Charset.forName(encoding)).getLines().get(0);

        assertThat(line.getName()).isEqualTo(name);
    }

    @Test
    void saysHowAFileIsWritten() throws IOException {
        assertThat(file("É;mtn;1,2", ISO_8859_1).encoding()).isEqualTo("Latin-1");
        assertThat(file("É;mtn;1,2", ISO_8859_1).usesSemicolons()).isTrue();
        assertThat(file("\"a;;;\",mtn,1", UTF_8).usesSemicolons()).isFalse();
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

        var preview = preview(text, UTF_8);

        assertThat(preview.getLines())
                .extracting(ContactLine::getNumber, ContactLine::fault)
                .containsExactly(
                        tuple(1L, Fault.NONE),
                        tuple(3L, Fault.FIELDS),
                        tuple(4L, Fault.BACKEND),
                        tuple(5L, Fault.NO_IDENTITY),
                        tuple(6L, Fault.TWICE),
                        tuple(7L, Fault.TAKEN),
                        tuple(8L, Fault.LANGUAGE),
                        tuple(9L, Fault.NAME_LONG),
                        tuple(10L, Fault.IDENTITY_LONG),
                        tuple(11L, Fault.FIELDS),
                        tuple(12L, Fault.BACKEND),
                        tuple(13L, Fault.STRANGE));
        assertThat(preview.getGood()).isOne();
        assertThat(preview.getFaulty()).isEqualTo(11);
        assertThat(preview.isReady()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "name,backend,identity\n"})
    void findsNobodyInAnEmptyFile(String text) throws IOException {
        var preview = preview(text, UTF_8);

        assertThat(preview.getLines()).isEmpty();
        assertThat(preview.isReady()).isFalse();
    }

    @Test
    void showsTheFirstLinesAndTheFaultyOnes() throws IOException {
        var text =
                IntStream.rangeClosed(1, 2000)
                        .mapToObj(i -> "N%d,%s,0%d".formatted(i, i > 1000 ? "no" : "mtn", i))
                        .collect(Collectors.joining("\n"));

        var preview = preview(text, UTF_8);

        assertThat(preview.getLines()).hasSize(150);
        assertThat(preview.getLines().get(50).getNumber()).isEqualTo(1001);
        assertThat(preview.getGood()).isEqualTo(1000);
        assertThat(preview.getFaulty()).isEqualTo(1000);
        assertThat(preview.getHidden()).isEqualTo(1850);
    }

    @Test
    void endsWhereACellHasNoEnd() throws IOException {
        var preview = preview("Ann,mtn,1\nBob,mtn,\"2" + "x".repeat(2_000_000), UTF_8);

        assertThat(preview.getLines())
                .extracting(ContactLine::fault)
                .containsExactly(Fault.NONE, Fault.UNREADABLE);
    }

    private Preview preview(String text, Charset charset) throws IOException {
        var owned = Map.of(new Phone("mtn", "7"), new Contact("Zoe"));
        try (var lines = file(text, charset).lines()) {
            return Preview.of(lines, Set.of("mtn", "zain"), phones -> owned);
        }
    }

    private ContactFile file(String text, Charset charset) throws IOException {
        return new ContactFile(Files.writeString(folder.resolve("people.csv"), text, charset));
    }
}
