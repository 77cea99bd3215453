package dev.payfleet.worker.retention.embedded;

import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.retention.BrokenPromise;
import dev.payfleet.worker.retention.KeptPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The folder of evidence on this machine: open to its user alone, with nothing in it that has outlived its five
/// days.
public final class EvidenceFolder implements KeptPlace {
    /// A sweep comes once an hour, and may be busy.
    private static final Duration GRACE = Duration.ofHours(2);

    private final Path root;
    private final InstantSource clock;

    /// @param root need not be there: it is made at the first save
    public EvidenceFolder(Path root, InstantSource clock) {
        this.root = root;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "folder " + root;
    }

    @Override
    public List<BrokenPromise> brokenPromises() {
        List<BrokenPromise> broken = new ArrayList<>();
        if (Files.exists(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                List<Path> paths = all.toList();
                permissions(paths, broken);
                age(paths, broken);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return broken;
    }

    private void permissions(List<Path> paths, List<BrokenPromise> broken) throws IOException {
        int open = 0;
        String mode = "";
        for (Path path : paths) {
            String found = permissions(path);
            if (!found.endsWith("------")) {
                open++;
                mode = found;
            }
        }
        if (open > 0) {
            broken.add(new BrokenPromise(
                    name(), "permissions", "%d open to others (%s)".formatted(open, mode), "rwx------ and rw-------"));
        }
    }

    private void age(List<Path> paths, List<BrokenPromise> broken) throws IOException {
        Instant end = clock.instant().minus(EvidenceStore.LIFE).minus(GRACE);
        int old = 0;
        for (Path path : paths) {
            if (modified(path).isBefore(end)) {
                old++;
            }
        }
        if (old > 0) {
            broken.add(
                    new BrokenPromise(name(), "age", old + " files older than five days", "none older than five days"));
        }
    }

    /// What was deleted meanwhile is open to nobody.
    private static String permissions(Path path) throws IOException {
        return Files.exists(path) ? PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) : "---------";
    }

    /// What was deleted meanwhile, and folders, are of no age.
    private static Instant modified(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return Instant.MAX;
        }
        return Files.readAttributes(path, BasicFileAttributes.class)
                .lastModifiedTime()
                .toInstant();
    }
}
