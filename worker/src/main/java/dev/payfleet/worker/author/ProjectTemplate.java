package dev.payfleet.worker.author;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/// The project that an author begins with: an adapter that reads two resources, the site that it is tested against
/// and the contract, which it passes.
public final class ProjectTemplate {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,30}");
    private static final String SERVICES = "resources/META-INF/services/";

    private final String id;
    private final String packageName;
    private final String name;

    /// @param id of the new adapter: a small letter, then 1 to 30 small letters, digits and hyphens
    /// @throws AuthorException for an id that is none, or of which no Java package can be made
    public ProjectTemplate(String id) {
        this.id = id;
        this.packageName = id.replace("-", "");
        this.name = Arrays.stream(id.split("-"))
                .filter(part -> !part.isEmpty())
                .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
                .collect(Collectors.joining());
        if (!ID.matcher(id).matches() || !SourceVersion.isName(packageName)) {
            throw new AuthorException(
                    "ID: it cannot be an adapter's",
                    "expected a small letter, then small letters, digits and hyphens, 31 at most, and no word of Java",
                    null);
        }
    }

    /// Writes the project.
    ///
    /// @param folder is made; where it is there, it must be empty
    /// @throws AuthorException where it is not empty, or cannot be written to
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            requireEmpty(folder);
            for (Map.Entry<String, String> file : files().entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent(), "a file in a folder"));
                Files.writeString(path, file.getValue());
            }
        } catch (IOException e) {
            throw new AuthorException("DIR: it cannot be written to", "name a folder that can", e);
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            if (all.findAny().isPresent()) {
                throw new AuthorException(
                        "DIR: it is not empty", "name a folder that is, or that is not there yet", null);
            }
        }
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        String main = "src/main/java/" + packageName + "/";
        String test = "src/test/java/" + packageName + "/";
        files.put("pom.xml", text("pom.xml"));
        files.put("README.md", text("README.md"));
        files.put(main + name + "Provider.java", text("Provider.java"));
        files.put(main + "CompanyReading.java", text("CompanyReading.java"));
        files.put(main + "GroupsReading.java", text("GroupsReading.java"));
        files.put(
                "src/main/" + SERVICES + "dev.payfleet.provider.PayrollProvider",
                packageName + "." + name + "Provider\n");
        files.put(test + name + "Site.java", text("Site.java"));
        files.put(test + name + "ContractTest.java", text("ContractTest.java"));
        files.put("src/test/" + SERVICES + "dev.payfleet.fixture.ContractSite", packageName + "." + name + "Site\n");
        return files;
    }

    private String text(String template) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ProjectTemplate.class.getResourceAsStream(template + ".txt"), template)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@id@", id)
                    .replace("@Name@", name)
                    .replace("@package@", packageName);
        }
    }
}
