package dev.payfleet.worker.evidence.embedded;

import dev.payfleet.worker.evidence.Evidence;
import dev.payfleet.worker.evidence.EvidenceId;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.EvidenceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Evidence as files: `<root>/<owner>/<id>.png` for the picture and `<id>.txt` beside it for the rest. Folders are
/// readable by the worker's user only (0700), files too (0600).
///
/// The text is written last, and evidence without its text does not exist; so what a killed worker leaves
/// half-written is never shown, and the sweep takes it away.
public final class FolderEvidenceStore implements EvidenceStore {
    private static final Logger LOG = LoggerFactory.getLogger(FolderEvidenceStore.class);
    private static final String PICTURE = ".png";
    private static final String TEXT = ".txt";

    private final Path root;

    /// Evidence below this folder, which is made at the first save.
    public FolderEvidenceStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public EvidenceId save(Evidence evidence) {
        EvidenceId id = new EvidenceId("ev-" + UUID.randomUUID().toString().replace("-", ""));
        try {
            Path folder = PrivateFiles.folder(
                    PrivateFiles.folder(root).resolve(evidence.owner().value()));
            PrivateFiles.write(folder.resolve(id + PICTURE), evidence.picture().bytes());
            PrivateFiles.write(folder.resolve(id + TEXT), EvidenceText.of(evidence));
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException("evidence can't be written below " + root, e);
        }
    }

    @Override
    public Optional<Evidence> find(EvidenceId id) {
        return folders().stream()
                .filter(folder -> Files.exists(folder.resolve(id + TEXT)))
                .findFirst()
                .flatMap(folder -> read(folder, id));
    }

    /// Where an engineer finds the picture.
    public Optional<Path> picture(EvidenceId id) {
        return folders().stream()
                .map(folder -> folder.resolve(id + PICTURE))
                .filter(Files::exists)
                .findFirst();
    }

    @Override
    public int count(EvidenceOwner owner) {
        return (int) files(root.resolve(owner.value())).stream()
                .filter(file -> isText(file) || !Files.exists(textBeside(file)))
                .count();
    }

    @Override
    public int wipe(EvidenceOwner owner) {
        Path folder = root.resolve(owner.value());
        List<Path> files = files(folder);
        files.forEach(FolderEvidenceStore::delete);
        delete(folder);
        return (int) files.stream().filter(FolderEvidenceStore::isText).count();
    }

    @Override
    public Swept sweep(Instant now) {
        int deleted = 0;
        int kept = 0;
        int failed = 0;
        for (Path folder : folders()) {
            for (Path file : files(folder)) {
                boolean counts = isText(file);
                if (!isOver(file, now)) {
                    kept += counts ? 1 : 0;
                } else if (deleteWithPicture(file)) {
                    deleted += counts ? 1 : 0;
                } else {
                    failed++;
                }
            }
            removeIfEmpty(folder);
        }
        return new Swept(deleted, kept, failed);
    }

    // A picture lives as long as its text; one without a text is given the same time to find one.
    private static boolean isOver(Path file, Instant now) {
        Instant end = now.minus(LIFE);
        try {
            if (isText(file)) {
                return !EvidenceText.takenAt(Files.readString(file)).isAfter(end);
            }
            return !Files.exists(textBeside(file))
                    && !Files.getLastModifiedTime(file).toInstant().isAfter(end);
        } catch (NoSuchFileException e) {
            // Another worker's sweep was faster.
            return false;
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("evidence {} has no readable date and is deleted", file.getFileName());
            return true;
        }
    }

    private static boolean deleteWithPicture(Path file) {
        String name = file.getFileName().toString();
        boolean picture = !isText(file) || delete(file.resolveSibling(name.replace(TEXT, PICTURE)));
        return picture && delete(file);
    }

    private Optional<Evidence> read(Path folder, EvidenceId id) {
        try {
            return Optional.of(EvidenceText.read(
                    new EvidenceOwner(folder.getFileName().toString()),
                    Files.readString(folder.resolve(id + TEXT)),
                    Files.readAllBytes(folder.resolve(id + PICTURE))));
        } catch (NoSuchFileException e) {
            // Swept or wiped just now.
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("evidence " + id + " can't be read", e);
        }
    }

    private List<Path> folders() {
        return entries(root).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> files(Path folder) {
        return entries(folder);
    }

    private static List<Path> entries(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(found::add);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("evidence below " + folder + " can't be listed", e);
        }
        return found;
    }

    private static boolean isText(Path file) {
        return file.toString().endsWith(TEXT);
    }

    private static Path textBeside(Path picture) {
        return picture.resolveSibling(picture.getFileName().toString().replace(PICTURE, TEXT));
    }

    private static boolean delete(Path file) {
        try {
            Files.deleteIfExists(file);
            return true;
        } catch (IOException e) {
            LOG.error("evidence {} can't be deleted", file.getFileName(), e);
            return false;
        }
    }

    // A worker that saves at this moment finds its folder gone and makes it anew; see PrivateFiles.
    private static void removeIfEmpty(Path folder) {
        if (files(folder).isEmpty()) {
            delete(folder);
        }
    }
}
