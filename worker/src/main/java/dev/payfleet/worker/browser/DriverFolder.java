package dev.payfleet.worker.browser;

import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/// Playwright's driver (a node and its scripts), unpacked once into `<home>/driver/<version>/`. Playwright by
/// itself unpacks 134 MB anew for every process and leaves them in the temporary folder when it is killed.
///
/// Safe with several processes on one home: each unpacks beside the target and renames, and the first rename wins.
public final class DriverFolder {
    /// Where Playwright looks for an unpacked driver. Set from outside (an image that brings the driver), it is
    /// respected.
    static final String PROPERTY = "playwright.cli.dir";

    private static final String SCRIPTS = "driver/package/";
    private static final String UNPACKING = ".unpacking-";
    private static final Duration ABANDONED_AFTER = Duration.ofHours(1);
    private static final long NO_NODE_IS_SMALLER = 10_000_000;

    private DriverFolder() {}

    /// Unpacks the driver if it isn't there yet, and tells Playwright of it. Takes about two seconds the first
    /// time.
    ///
    /// @return the folder in use
    /// @throws BrowserMissingException when there is no driver for this machine to be unpacked
    public static synchronized Path ready(Path home) {
        String given = System.getProperty(PROPERTY);
        Path folder = given == null ? home.resolve("driver").resolve(version()) : Path.of(given);
        if (!isWhole(folder)) {
            if (given != null) {
                throw new BrowserMissingException("there is no Playwright driver in " + folder);
            }
            unpack(folder);
        }
        System.setProperty(PROPERTY, folder.toString());
        return folder;
    }

    private static String version() {
        String version = Playwright.class.getPackage().getImplementationVersion();
        return version == null ? "unversioned" : version;
    }

    private static boolean isWhole(Path folder) {
        Path node = folder.resolve("node");
        try {
            return Files.isExecutable(node)
                    && Files.size(node) > NO_NODE_IS_SMALLER
                    && Files.size(folder.resolve("package/cli.js")) > 0;
        } catch (IOException e) {
            return false;
        }
    }

    static void unpack(Path folder) {
        Path parent = folder.resolve("..").normalize();
        try {
            Files.createDirectories(parent);
            wipeAbandoned(parent);
            Path fresh = Files.createTempDirectory(parent, UNPACKING);
            try {
                unpackScripts(fresh);
                unpackNode(fresh);
                putInPlace(fresh, folder);
            } finally {
                FolderWipe.of(fresh);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Playwright's driver can't be unpacked to " + folder, e);
        }
    }

    // Of workers that were killed while they unpacked. A living one is done within seconds.
    private static void wipeAbandoned(Path parent) throws IOException {
        Instant longAgo = Instant.now().minus(ABANDONED_AFTER);
        try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, UNPACKING + "*")) {
            for (Path other : others) {
                if (Files.getLastModifiedTime(other).toInstant().isBefore(longAgo)) {
                    FolderWipe.of(other);
                }
            }
        }
    }

    private static void putInPlace(Path fresh, Path folder) throws IOException {
        if (Files.exists(folder) && !isWhole(folder)) {
            FolderWipe.of(folder);
        }
        try {
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another process was first. Its copy is as good as ours.
            if (!isWhole(folder)) {
                throw e;
            }
        }
    }

    private static void unpackNode(Path fresh) throws IOException {
        String name = "driver/" + platform() + "/node";
        try (InputStream in = DriverFolder.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new BrowserMissingException("Playwright brings no driver for " + platform());
            }
            Path node = fresh.resolve("node");
            Files.copy(in, node);
            Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void unpackScripts(Path fresh) throws IOException {
        @Nullable URL scripts = DriverFolder.class.getClassLoader().getResource(SCRIPTS + "cli.js");
        if (scripts == null || !(scripts.openConnection() instanceof JarURLConnection connection)) {
            throw new BrowserMissingException("Playwright's driver is not on the class path");
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            List<JarEntry> entries = jar.stream()
                    .filter(entry -> entry.getName().startsWith(SCRIPTS) && !entry.isDirectory())
                    .toList();
            for (JarEntry entry : entries) {
                unpack(jar, entry, fresh);
            }
        }
    }

    private static void unpack(JarFile jar, JarEntry entry, Path fresh) throws IOException {
        Path target =
                fresh.resolve(entry.getName().substring("driver/".length())).normalize();
        if (!target.startsWith(fresh)) {
            throw new IOException("an entry of the driver leads out of its folder");
        }
        Files.createDirectories(target.resolve("..").normalize());
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, target);
        }
    }

    // The names that Playwright's driver bundle uses.
    private static String platform() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        boolean mac = System.getProperty("os.name").startsWith("Mac");
        return (mac ? "mac" : "linux") + (arm ? "-arm64" : "");
    }
}
