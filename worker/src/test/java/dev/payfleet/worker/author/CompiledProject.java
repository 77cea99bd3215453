package dev.payfleet.worker.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// A project that was written, compiled as Maven would, but against what this test runs with.
public final class CompiledProject {
    private CompiledProject() {}

    /// Writes and compiles.
    public static void in(Path folder, String id) {
        new ProjectTemplate(id).write(folder);
        try {
            compile(folder, "main", "classes");
            compile(folder, "test", "test-classes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(Path project, String part, String target) throws IOException {
        Path out = Files.createDirectories(project.resolve("target").resolve(target));
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-Xlint:all,-path",
                "-Werror",
                "-d",
                out.toString(),
                "-cp",
                project.resolve("target/classes") + ":" + System.getProperty("java.class.path")));
        try (Stream<Path> sources = Files.walk(project.resolve("src").resolve(part))) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new AssertionError("the project does not compile");
        }
        copy(project.resolve("src").resolve(part).resolve("resources"), out);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
