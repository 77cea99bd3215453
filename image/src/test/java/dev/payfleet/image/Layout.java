package dev.payfleet.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// What the build has assembled for the image, and the Dockerfile that copies it there.
final class Layout {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path FOLDER = Path.of("target", "layout").toAbsolutePath();

    private Layout() {}

    /// The jars' file names.
    static List<String> jars() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("lib"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the layout is assembled by mvn package", e);
        }
    }

    /// The files that the class path names, in its order.
    static List<String> classPath() throws IOException {
        String option = Files.readString(FOLDER.resolve("java.classpath")).strip();
        return List.of(option.substring("-cp ".length()).split(":"));
    }
}
