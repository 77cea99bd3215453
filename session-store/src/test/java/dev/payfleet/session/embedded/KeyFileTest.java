package dev.payfleet.session.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void nameTheFile() {
        path = folder.resolve("payfleet.key");
    }

    @Test
    void aNewKeyFileIsForTheOwnerOnlyAndReadsBackAsTheSameKey() throws IOException {
        KeyFile made = KeyFile.readOrCreate(path);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(KeyFile.read(path).id()).isEqualTo(made.id());
        assertThat(KeyFile.read(path).key()).isEqualTo(made.key());
        assertThat(made.key().bytes()).hasSize(32);
    }

    @Test
    void anExistingKeyFileIsNeverReplaced() throws IOException {
        KeyFile.readOrCreate(path);
        String before = Files.readString(path);

        KeyFile.readOrCreate(path);

        assertThat(path).hasContent(before.strip());
    }

    @Test
    void twoKeyFilesDiffer() {
        assertThat(KeyFile.readOrCreate(path).id())
                .isNotEqualTo(KeyFile.readOrCreate(folder.resolve("other.key")).id());
    }

    @Test
    void whoeverCreatesItAtTheSameTimeGetsTheSameKey() throws Exception {
        Callable<String> create = () -> KeyFile.readOrCreate(path).id();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(Collections.nCopies(16, create)).stream()
                            .map(Future::resultNow)
                            .distinct())
                    .hasSize(1);
        }
        try (var names = Files.list(folder)) {
            assertThat(names).containsExactly(path);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwx------", "r-----r--"})
    void aLooserModeIsRefusedWithTheCommandThatMendsIt(String mode) throws IOException {
        KeyFile.readOrCreate(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));

        assertThatThrownBy(() -> KeyFile.readOrCreate(path))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining(mode)
                .hasMessageContaining("chmod 600 " + path);
    }

    @Test
    void aStricterModeIsFine() throws IOException {
        KeyFile made = KeyFile.readOrCreate(path);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--------"));

        assertThat(KeyFile.read(path).id()).isEqualTo(made.id());
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> KeyFile.read(path))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining("does not exist");
    }

    @Test
    void aMissingFolderIsNamed() {
        assertThatThrownBy(() -> KeyFile.readOrCreate(folder.resolve("nowhere/payfleet.key")))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("create it first");
    }

    @Test
    void aFolderOfThatNameIsRefused() throws IOException {
        Files.createDirectory(path);

        assertThatThrownBy(() -> KeyFile.readOrCreate(path)).hasMessageContaining("is not a regular file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "payfleet-key-1 0123456789abcdef c2hvcnQ=",
                "payfleet-key-2 0123456789abcdef AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void whatIsNoKeyFileIsRefusedWithoutRepeatingIt(String content) throws IOException {
        write(content);

        assertThatThrownBy(() -> KeyFile.read(path))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("32 bytes in Base64")
                .hasMessageNotContaining("c2hvcnQ")
                .hasMessageNotContaining("AAAA");
    }

    @Test
    void aMistypedKeyIsNoticed() throws IOException {
        KeyFile.readOrCreate(path);
        String line = Files.readString(path);
        int last = line.length() - 10;
        write(line.substring(0, last) + (line.charAt(last) == 'A' ? 'B' : 'A') + line.substring(last + 1));

        assertThatThrownBy(() -> KeyFile.read(path))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void aNewKeyOpensAndDoesNotSealUntilItIsMadeTo() throws IOException {
        KeyFile made = KeyFile.readOrCreate(path);

        KeyFile two = made.withNewKey();
        assertThat(two.ids()).hasSize(2);
        assertThat(two.id()).isEqualTo(made.id());
        assertThat(two.key()).isEqualTo(made.key());

        KeyFile turned = two.sealingWith(two.ids().getFirst());
        assertThat(turned.ids()).isEqualTo(two.ids().reversed());
        assertThat(turned.key()).isNotEqualTo(made.key());
        assertThat(turned.first()).isEqualTo(made.key());

        KeyFile one = turned.only(turned.id());
        assertThat(one.ids()).containsExactly(turned.id());
        assertThat(KeyFile.read(path).key()).isEqualTo(turned.key());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        try (var names = Files.list(folder)) {
            assertThat(names).containsExactly(path);
        }
    }

    @Test
    void aWrittenFileLooksDifferentFromTheOneBefore() {
        KeyFile made = KeyFile.readOrCreate(path);

        assertThat(KeyFile.read(path).stamp()).isEqualTo(made.stamp());
        assertThat(made.sealingWith(made.id()).stamp()).isNotEqualTo(made.stamp());
    }

    @Test
    void whereALinkLeadsTheFileIsReplacedAndNotTheLink() throws IOException {
        KeyFile.readOrCreate(path);
        Path link = Files.createSymbolicLink(folder.resolve("link"), path);

        KeyFile two = KeyFile.read(link).withNewKey();

        assertThat(link).isSymbolicLink();
        assertThat(KeyFile.read(path).ids()).isEqualTo(two.ids());
    }

    @Test
    void oneLineThatIsNoneAmongOthersIsRefused() throws IOException {
        KeyFile.readOrCreate(path);
        write(Files.readString(path) + "payfleet-key-1 0123456789abcdef c2hvcnQ=\n");

        assertThatThrownBy(() -> KeyFile.read(path))
                .isInstanceOf(KeyFileException.class)
                .hasMessageContaining("32 bytes in Base64");
    }

    @Test
    void itPrintsItsIdAndNotItsKey() throws IOException {
        KeyFile key = KeyFile.readOrCreate(path);
        String encoded = Files.readString(path).split(" ", -1)[2].strip();

        assertThat(key.toString()).contains(key.id()).doesNotContain(encoded);
    }

    private void write(String content) throws IOException {
        Files.deleteIfExists(path);
        Files.writeString(path, content);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }
}
