package dev.payfleet.worker.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/// Plugins that are written and compiled while a test runs.
public final class PluginJar {
    private static final String SERVICE = "META-INF/services/dev.payfleet.provider.PayrollProvider";

    private final Path folder;
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final Map<String, String> sources = new TreeMap<>();

    /// @param folder for what lies on the way
    public PluginJar(Path folder) {
        this.folder = folder;
    }

    /// An adapter whose name tells which version of a library it came with.
    ///
    /// @param id its id, and the package of its class
    /// @param version of the library `clash.Library`
    public static PluginJar adapter(Path folder, String id, String version) {
        return new PluginJar(folder)
                .source("clash/Library.java", """
                        package clash;

                        public final class Library {
                            public static String version() {
                                return "%s";
                            }
                        }
                        """.formatted(version))
                .source(id + "/Adapter.java", ADAPTER.formatted(id, id, "clash.Library.version()"))
                .offering(id + ".Adapter");
    }

    /// An adapter whose name is a Java expression.
    public static PluginJar naming(Path folder, String id, String expression) {
        return new PluginJar(folder)
                .source(id + "/Adapter.java", ADAPTER.formatted(id, id, expression))
                .offering(id + ".Adapter");
    }

    public PluginJar offering(String className) {
        entries.put(SERVICE, className.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /// Adds a source file.
    public PluginJar source(String path, String text) {
        sources.put(path, text);
        return this;
    }

    /// Compiles and writes.
    public void into(Path jar) {
        try {
            Files.createDirectories(jar.getParent());
            Path work = Files.createTempDirectory(folder, "plugin");
            Map<String, byte[]> all = new TreeMap<>(entries);
            all.putAll(compiled(work));
            try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
                for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                    out.putNextEntry(new JarEntry(entry.getKey()));
                    out.write(entry.getValue());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, byte[]> compiled(Path work) throws IOException {
        if (sources.isEmpty()) {
            return Map.of();
        }
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-d", work.resolve("classes").toString(), "-cp", System.getProperty("java.class.path")));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = work.resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new AssertionError("the plugin does not compile");
        }
        return classes(work.resolve("classes"));
    }

    private static Map<String, byte[]> classes(Path folder) throws IOException {
        Map<String, byte[]> classes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                classes.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return classes;
    }

    private static final String ADAPTER = """
            package %s;

            import dev.payfleet.provider.*;
            import java.time.Duration;
            import java.util.*;

            public final class Adapter implements PayrollProvider {
                @Override
                public ProviderDeclaration declaration() {
                    return new ProviderDeclaration(
                            "%s",
                            %s,
                            "GB",
                            List.of(Origin.of("https://pay.example.com")),
                            List.of(
                                    PageSign.element(PageMeaning.SIGNED_OUT, "form#sign-in"),
                                    PageSign.element(PageMeaning.SIGNED_IN, "nav")),
                            StaticTexts.ofLines("Sign in"),
                            new PoliteRate(2),
                            3,
                            Duration.ofHours(1),
                            DeviceTrust.NONE);
                }

                @Override
                public SignIn signIn() {
                    return new FormSignIn("/sign-in", "#u", "#p", "#go", null, Duration.ofSeconds(5));
                }

                @Override
                public SessionProbe probe() {
                    return SessionProbe.opening("/me");
                }

                @Override
                public Map<Resource, ResourceReading> readings() {
                    return Map.of(
                            Resource.COMPANY,
                            ResourceReading.ofDocuments((visit, query) -> ReadResult.complete(List.of())));
                }
            }
            """;
}
