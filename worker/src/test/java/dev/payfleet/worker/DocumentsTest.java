package dev.payfleet.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The documents cannot rot: the types, packages, files, links and commands that they name must be there.
class DocumentsTest {
    private static final Path ROOT = root();
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern TYPE = Pattern.compile("(?<![@\\w])[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+\\b");
    private static final Pattern COMMAND = Pattern.compile("\\./payfleet ([a-z]+(?:-[a-z]+)*)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");
    private static final Pattern PATH = Pattern.compile("[a-z.][A-Za-z0-9._-]*(?:/[A-Za-z0-9._-]+)+/?");
    private static final Pattern PACKAGE = Pattern.compile("dev\\.payfleet(?:\\.[a-z]+)+");

    static Stream<Path> documents() throws IOException {
        return Stream.concat(markdownIn(ROOT), markdownIn(ROOT.resolve("docs")));
    }

    private static Stream<Path> markdownIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
        }
    }

    @Test
    void theFiveDocumentsAreThere() {
        assertThat(List.of("README.md", "ARCHITECTURE.md", "RATIONALE.md", "CONTRIBUTING.md", "CHANGELOG.md"))
                .allSatisfy(name -> assertThat(ROOT.resolve(name)).isNotEmptyFile());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyTypeThatIsNamedExists(Path document) throws IOException {
        Set<String> types = Stream.concat(
                        sources().map(file -> file.getFileName().toString().replace(".java", "")), written())
                .collect(Collectors.toSet());
        assertThat(found(TYPE, String.join("\n", codeIn(document))))
                .as("types named in %s", document.getFileName())
                .isSubsetOf(types);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPackageThatIsNamedExists(Path document) throws IOException {
        Set<String> packages = sources()
                .map(file -> file.getParent().toString())
                .filter(folder -> folder.contains("/java/"))
                .map(folder -> folder.substring(folder.indexOf("/java/") + 6).replace('/', '.'))
                .collect(Collectors.toSet());
        assertThat(found(PACKAGE, Files.readString(document)))
                .as("packages named in %s", document.getFileName())
                .allSatisfy(name -> assertThat(packages).anyMatch(known -> known.startsWith(name)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        assertThat(found(LINK, Files.readString(document)))
                .as("links in %s", document.getFileName())
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyPathThatIsNamedExists(Path document) throws IOException {
        Set<String> tops;
        try (Stream<Path> top = Files.list(ROOT)) {
            tops = top.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        }
        assertThat(codeIn(document).stream()
                        .filter(code -> PATH.matcher(code).matches())
                        .filter(code -> tops.contains(code.substring(0, code.indexOf('/'))))
                        .toList())
                .as("paths named in %s", document.getFileName())
                .allSatisfy(path -> assertThat(ROOT.resolve(path)).exists());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyCommandThatIsNamedExists(Path document) throws IOException {
        assertThat(found(COMMAND, Files.readString(document)))
                .as("commands named in %s", document.getFileName())
                .isSubsetOf(Main.commandNames());
    }

    private static Stream<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList()
                    .stream();
        }
    }

    /// The types of the project that `provider new acme-pay` writes, which the tutorial walks through.
    private static Stream<String> written() throws IOException {
        try (Stream<Path> templates =
                Files.list(ROOT.resolve("worker/src/main/resources/dev/payfleet/worker/author"))) {
            return templates
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java.txt"))
                    .map(name -> name.replace(".java.txt", ""))
                    .flatMap(name -> Stream.of(name, "AcmePay" + name))
                    .toList()
                    .stream();
        }
    }

    private static List<String> codeIn(Path document) throws IOException {
        return CODE.matcher(Files.readString(document))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(DocumentsTest::lastGroup)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String lastGroup(MatchResult match) {
        return match.group(match.groupCount());
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("payfleet"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
