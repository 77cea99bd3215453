package dev.payfleet.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    @TempDir
    private Path home;

    @Test
    void a_folder_belongs_to_its_user_alone_and_goes_at_the_end() throws IOException {
        Path path;
        try (ScratchFolder folder = ScratchFolder.open(home)) {
            path = folder.path();
            Files.writeString(folder.forLane().resolve("download"), "slip");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rwx------");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void what_a_dead_worker_left_is_wiped_at_the_next_start() throws IOException {
        Path left = Files.createDirectories(home.resolve("tmp/w7/1/downloads"));
        Files.writeString(left.resolve("slip.pdf"), "slip");

        try (ScratchFolder folder = ScratchFolder.open(home)) {
            assertThat(home.resolve("tmp/w7")).doesNotExist();
            assertThat(folder.path()).exists();
        }
    }

    @Test
    void leaves_room_for_a_browsers_socket_however_deep_home_is() throws IOException {
        Path deep = Files.createDirectories(home.resolve("a-folder-of-forty-characters-or-so-in-all/and-another"));
        try (ScratchFolder folder = ScratchFolder.open(deep)) {
            assertThat(folder.forLane().toString()).hasSizeLessThanOrEqualTo(107 - 47);
        }
    }

    @Test
    void what_a_living_worker_uses_is_left_alone() {
        try (ScratchFolder living = ScratchFolder.open(home);
                ScratchFolder next = ScratchFolder.open(home)) {
            assertThat(living.path()).exists().isNotEqualTo(next.path());
        }
    }

    @Test
    void a_link_in_the_folder_is_deleted_and_not_followed() throws IOException {
        Path kept = Files.writeString(home.resolve("kept"), "kept");
        try (ScratchFolder folder = ScratchFolder.open(home)) {
            Files.createSymbolicLink(folder.path().resolve("link"), home);
        }
        assertThat(kept).exists();
    }
}
