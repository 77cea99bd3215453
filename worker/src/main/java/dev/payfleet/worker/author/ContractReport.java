package dev.payfleet.worker.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// What Maven's test runner left in `target/surefire-reports` of a project.
final class ContractReport {
    private static final int MOST_WORDS = 240;

    private final Path folder;

    ContractReport(Path project) {
        this.folder = project.resolve("target").resolve("surefire-reports");
    }

    /// Forgets what an earlier run left.
    void clear() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    /// Every test of every contract, in the order of the files.
    List<ContractPoint> read() throws IOException {
        List<ContractPoint> points = new ArrayList<>();
        for (Path file : files()) {
            elements(parse(file), "testcase").forEach(test -> points.add(point(test)));
        }
        return points;
    }

    private List<Path> files() throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.getFileName().toString().matches("TEST-.*ContractTest\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    private static Element parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("a report of the test runner cannot be read", e);
        }
    }

    private static ContractPoint point(Element test) {
        Optional<String> broken = Stream.of("failure", "error")
                .flatMap(kind -> elements(test, kind).stream())
                .findFirst()
                .map(failure -> beginning(failure.getAttribute("message")));
        String seconds = test.getAttribute("time").replace(",", "");
        long millis = Math.round(1_000 * (seconds.isEmpty() ? 0 : Double.parseDouble(seconds)));
        return new ContractPoint(words(test.getAttribute("name")), Duration.ofMillis(millis), broken);
    }

    /// `reads_lists_of_one_page()[2]` is the second case of `reads lists of one page`.
    private static String words(String name) {
        return name.replaceAll("\\{.*?}", "")
                .replaceAll("\\([^)]*\\)", "")
                .replaceAll("\\[(\\d+)].*", ", case $1")
                .replace('_', ' ')
                .strip();
    }

    private static String beginning(String message) {
        String line = message.replaceAll("\\s+", " ").strip();
        return line.length() <= MOST_WORDS ? line : line.substring(0, MOST_WORDS) + "…";
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList nodes = parent.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .<Node>mapToObj(nodes::item)
                .map(Element.class::cast)
                .toList();
    }
}
