package org.rapidsms.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads the files of pages, for the tests that judge them. */
final class Pages {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path CODE = Path.of("src/main/java");

    private Pages() {}

    static List<Path> all() {
        return files(PAGES, ".xhtml");
    }

    static List<Path> code() {
        return files(CODE, ".java");
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Element> elements(Path page) {
        var found = parse(page).getElementsByTagName("*");
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    static Stream<Attr> attributes(Path page) {
        return elements(page).flatMap(Pages::attributes);
    }

    static Stream<Attr> attributes(Element element) {
        var found = element.getAttributes();
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Attr) found.item(i));
    }

    /** The words that stand between the tags. */
    static Stream<String> texts(Path page) {
        return elements(page)
                .flatMap(Pages::children)
                .filter(node -> node.getNodeType() == Node.TEXT_NODE)
                .map(Node::getTextContent);
    }

    private static Stream<Node> children(Element element) {
        var found = element.getChildNodes();
        return IntStream.range(0, found.getLength()).mapToObj(found::item);
    }

    /** The first groups of all matches. */
    static Set<String> matches(Stream<String> texts, String regex) {
        var pattern = Pattern.compile(regex);
        var groups = new TreeSet<String>();
        texts.forEach(text -> pattern.matcher(text).results().forEach(m -> groups.add(m.group(1))));
        return groups;
    }

    private static List<Path> files(Path root, String end) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document parse(Path page) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(page.toFile());
        } catch (Exception e) {
            throw new AssertionError(page + " cannot be read", e);
        }
    }
}
