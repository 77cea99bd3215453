package dev.payfleet.worker.plugin;

import dev.payfleet.provider.PayrollProvider;
import dev.payfleet.provider.ProviderCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The `plugins/` of a home. Each jar in it is an adapter, or several, in a class loader of its own: two that bring
/// different versions of one library both work. A plugin's libraries lie within its jar, or beside it in folders
/// that its manifest's `Class-Path` names; jars in folders are no plugins.
public final class PluginFolder {
    private PluginFolder() {}

    /// The providers of this build, then those of the plugins by the names of their jars. One that is not in order
    /// is refused by name, and the others go on. What is loaded stays loaded as long as the process.
    ///
    /// @param home of the fleet
    /// @throws UncheckedIOException where the folder cannot be read
    public static ProviderCatalog catalog(Path home) {
        ClassLoader shared = sharedClasses(Set.of());
        return ProviderCatalog.load(jars(home.resolve("plugins")).stream()
                .map(jar -> loader(jar.getFileName().toString(), shared, List.of(jar)))
                .toList());
    }

    /// Where a provider comes from: the name of its jar, or empty where it is part of this build.
    public static String jarOf(PayrollProvider provider) {
        ClassLoader loader = provider.getClass().getClassLoader();
        return loader instanceof URLClassLoader && loader.getParent() instanceof SharedClasses
                ? String.valueOf(loader.getName())
                : "";
    }

    /// What a project of an author's has compiled, its simulated site included. Its adapter is loaded as a plugin's
    /// would be, but that it brings no library.
    ///
    /// @param project its folder, with `target/classes` and `target/test-classes`
    public static ClassLoader ofProject(Path project) {
        Path target = project.toAbsolutePath().normalize().resolve("target");
        return loader(
                String.valueOf(project),
                sharedClasses(Set.of("dev.payfleet.fixture")),
                List.of(target.resolve("classes"), target.resolve("test-classes")));
    }

    private static ClassLoader sharedClasses(Set<String> further) {
        return new SharedClasses(PayrollProvider.class.getClassLoader(), further);
    }

    private static ClassLoader loader(String name, ClassLoader shared, List<Path> places) {
        return new URLClassLoader(name, places.stream().map(PluginFolder::url).toArray(URL[]::new), shared);
    }

    private static List<Path> jars(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".jar") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("plugins/ of PAYFLEET_HOME cannot be read", e);
        }
    }

    private static URL url(Path place) {
        try {
            return place.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("the address of a file is an URL", e);
        }
    }
}
