package dev.payfleet.worker.retention.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.evidence.Evidence;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.RedrawnPng;
import dev.payfleet.worker.evidence.embedded.FolderEvidenceStore;
import dev.payfleet.worker.queue.SettableClock;
import dev.payfleet.worker.retention.BrokenPromise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceFolderTest {
    private final SettableClock clock = SettableClock.atSomeMoment();

    @TempDir
    private Path home;

    private Path root;
    private EvidenceFolder folder;

    @BeforeEach
    void open() {
        root = home.resolve("evidence");
        folder = new EvidenceFolder(root, clock);
    }

    @Test
    void a_folder_that_is_not_there_yet_is_as_promised() {
        assertThat(folder.brokenPromises()).isEmpty();
    }

    @Test
    void a_folder_as_the_store_makes_it_is_as_promised() throws IOException {
        save();

        assertThat(folder.brokenPromises()).isEmpty();
    }

    @Test
    void a_folder_that_others_can_open_is_not() throws IOException {
        save();
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(folder.brokenPromises())
                .containsExactly(new BrokenPromise(
                        "folder " + root, "permissions", "1 open to others (rwxr-xr-x)", "rwx------ and rw-------"));
    }

    @Test
    void nor_is_one_with_a_file_that_others_can_open() throws IOException {
        save();
        Files.setPosixFilePermissions(files().getFirst(), PosixFilePermissions.fromString("rw-r-----"));

        assertThat(folder.brokenPromises()).extracting(BrokenPromise::subject).containsExactly("permissions");
    }

    @Test
    void nor_is_one_that_nobody_swept() throws IOException {
        save();

        clock.pass(EvidenceStore.LIFE.plus(Duration.ofHours(2)));
        assertThat(folder.brokenPromises()).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        assertThat(folder.brokenPromises())
                .containsExactly(new BrokenPromise(
                        "folder " + root, "age", "2 files older than five days", "none older than five days"));
    }

    private void save() throws IOException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 1};
        new FolderEvidenceStore(root)
                .save(new Evidence(
                        EvidenceOwner.of(new ConnectionKey("tenant", "ada")),
                        "larkspur",
                        "pay runs",
                        clock.instant(),
                        RedrawnPng.of(png),
                        ""));
        for (Path file : files()) {
            Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
