package dev.payfleet.worker.evidence.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.worker.evidence.EvidenceId;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.EvidenceStoreContract;
import dev.payfleet.worker.evidence.RedrawnPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderEvidenceStoreTest extends EvidenceStoreContract {
    private static final EvidenceOwner OWNER = EvidenceOwner.of(new ConnectionKey("tenant-1", "person-1"));

    @TempDir
    private Path folder;

    @Override
    protected EvidenceStore store() {
        return folderStore();
    }

    @Override
    protected EvidenceStore neighbour() {
        return folderStore();
    }

    @Test
    void files_and_folders_are_the_users_own() throws IOException {
        folderStore().save(taken(OWNER, NOW));

        for (Path path : all()) {
            String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
            assertThat(permissions).isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
        }
    }

    @Test
    void neither_names_nor_contents_say_whose_it_is() throws IOException {
        folderStore().save(taken(OWNER, NOW));

        for (Path path : all()) {
            assertThat(path.toString()).doesNotContain("person-1").doesNotContain("tenant-1");
            if (path.toString().endsWith(".txt")) {
                assertThat(Files.readString(path)).doesNotContain("person-1").doesNotContain("tenant-1");
            }
        }
    }

    @Test
    void a_picture_can_be_opened_where_it_lies() {
        EvidenceId id = folderStore().save(taken(OWNER, NOW));

        assertThat(folderStore().picture(id))
                .hasValueSatisfying(path -> assertThat(path).hasBinaryContent(png(7).bytes()));
    }

    @Test
    void what_a_killed_worker_left_half_written_is_not_shown_and_goes_with_the_sweep() throws IOException {
        EvidenceId id = folderStore().save(taken(OWNER, NOW));
        Path text = all().stream()
                .filter(path -> path.toString().endsWith(".txt"))
                .findFirst()
                .orElseThrow();
        Files.delete(text);
        Path picture = folderStore().picture(id).orElseThrow();
        Files.setLastModifiedTime(picture, FileTime.from(NOW.minus(EvidenceStore.LIFE)));

        assertThat(folderStore().find(id)).isEmpty();
        assertThat(folderStore().sweep(NOW).failed()).isZero();

        assertThat(picture).doesNotExist();
    }

    @Test
    void a_text_that_does_not_say_when_it_was_taken_goes_with_the_sweep() throws IOException {
        folderStore().save(taken(OWNER, NOW));
        Path text = all().stream()
                .filter(path -> path.toString().endsWith(".txt"))
                .findFirst()
                .orElseThrow();
        Files.writeString(text, "provider: larkspur\n");

        assertThat(folderStore().sweep(NOW).deleted()).isEqualTo(1);

        assertThat(all()).noneMatch(Files::isRegularFile);
    }

    @Test
    void an_id_of_another_shape_is_no_path() {
        assertThatThrownBy(() -> new EvidenceId("../../etc/passwd"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("evidence id");
        assertThatThrownBy(() -> new EvidenceOwner("..")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_a_png_is_a_picture() {
        assertThatThrownBy(() -> RedrawnPng.of(new byte[20]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PNG");
    }

    private FolderEvidenceStore folderStore() {
        return new FolderEvidenceStore(folder.resolve("evidence"));
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> paths = Files.walk(folder.resolve("evidence"))) {
            return paths.toList();
        }
    }
}
