package dev.payfleet.worker.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds the browser that a choice means: in Debian's folder, on the path, then in Playwright's own cache.
public final class BrowserFinder {
    private static final List<String> SHELL_NAMES =
            List.of("chromium-headless-shell", "chrome-headless-shell", "headless_shell");
    private static final List<String> FULL_NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

    // Debian's commands are shell scripts that start these and stay as their parents: one process more per lane.
    private static final Path DEBIAN = Path.of("/usr/lib/chromium");

    private final Map<String, String> environment;
    private final Path debian;

    /// Searches with the path and home of this environment.
    public BrowserFinder(Map<String, String> environment) {
        this(environment, DEBIAN);
    }

    BrowserFinder(Map<String, String> environment, Path debian) {
        this.environment = Map.copyOf(environment);
        this.debian = debian;
    }

    /// The executable to start.
    ///
    /// @throws BrowserMissingException when there is none; the message says how to get one
    public Path find(BrowserChoice choice) {
        return switch (choice) {
            case BrowserChoice.HeadlessShell() ->
                search(SHELL_NAMES, "chromium_headless_shell-")
                        .findFirst()
                        .orElseThrow(() ->
                                new BrowserMissingException("there is no chromium-headless-shell on this machine"));
            case BrowserChoice.FullBrowser() ->
                search(FULL_NAMES, "chromium-")
                        .findFirst()
                        .orElseThrow(() -> new BrowserMissingException("there is no chromium on this machine"));
            case BrowserChoice.Executable(Path path) -> {
                if (!isProgram(path)) {
                    throw new BrowserMissingException(path + " is not an executable file");
                }
                yield path;
            }
        };
    }

    private Stream<Path> search(List<String> names, String cachePrefix) {
        Stream<Path> installed = Stream.of(debian.resolve(names.getFirst()));
        Stream<Path> onPath = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)));
        return Stream.of(installed, onPath, cached(cachePrefix).stream())
                .flatMap(candidates -> candidates)
                .filter(BrowserFinder::isProgram);
    }

    private List<Path> cached(String prefix) {
        Path cache = Path.of(environment.getOrDefault(
                "PLAYWRIGHT_BROWSERS_PATH",
                environment.getOrDefault("HOME", "/nonexistent") + "/.cache/ms-playwright"));
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> revisions = Files.newDirectoryStream(cache, prefix + "*")) {
            for (Path revision : revisions) {
                try (DirectoryStream<Path> programs =
                        Files.newDirectoryStream(revision, path -> Files.isDirectory(path))) {
                    programs.forEach(folder -> Stream.of("chrome-headless-shell", "headless_shell", "chrome")
                            .map(folder::resolve)
                            .forEach(found::add));
                }
            }
        } catch (IOException e) {
            // No cache is the usual case, and an unreadable one is as good as none.
            return List.of();
        }
        found.sort(Comparator.comparing(Path::toString).reversed());
        return found;
    }

    private static boolean isProgram(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }
}
