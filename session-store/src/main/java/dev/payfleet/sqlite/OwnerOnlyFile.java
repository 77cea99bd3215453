package dev.payfleet.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/// A file that nobody but its owner may read or write (mode 0600): how one comes to be, and how to tell.
public final class OwnerOnlyFile {
    private static final Set<PosixFilePermission> ALLOWED =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private OwnerOnlyFile() {}

    /// Fills the draft, which is an empty file of mode 0600.
    @FunctionalInterface
    public interface Draft {
        void fill(Path draft) throws IOException;
    }

    /// Writes a new file so that it is there whole or not at all, whatever is killed and whoever else tries at
    /// the same time.
    ///
    /// @return false when the file existed already; it is then left as it is
    public static boolean create(Path file, Draft draft) throws IOException {
        Path folder = folderOf(file);
        Path written = Files.createTempFile(
                folder, file.getFileName() + ".", ".new", PosixFilePermissions.asFileAttribute(ALLOWED));
        try {
            draft.fill(written);
            return appear(file, written, folder);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /// Writes the file anew so that it is there as it was or as it shall be, whatever is killed. Of several that do
    /// so at the same time, the last wins.
    ///
    /// @param draft must bring what it writes to the disk
    public static void replace(Path file, Draft draft) throws IOException {
        // Where a link leads to, and not the link.
        Path real = file.toRealPath();
        Path folder = folderOf(real);
        Path written = Files.createTempFile(
                folder, real.getFileName() + ".", ".new", PosixFilePermissions.asFileAttribute(ALLOWED));
        try {
            draft.fill(written);
            Files.move(written, real, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            keep(folder);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /// A hard link and not a rename, because a rename would replace what another process has just made.
    private static boolean appear(Path file, Path written, Path folder) throws IOException {
        try {
            Files.createLink(file, written);
        } catch (FileAlreadyExistsException alreadyThere) {
            return false;
        }
        keep(folder);
        return true;
    }

    /// Without this a power loss could take the name away after the first data was acknowledged.
    private static void keep(Path folder) throws IOException {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        }
    }

    /// What is wrong with the file, phrased to follow its name; empty when it is a regular file of mode 0600 or
    /// stricter.
    public static Optional<String> trouble(Path file) throws IOException {
        PosixFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, PosixFileAttributes.class);
        } catch (NoSuchFileException missing) {
            return Optional.of("does not exist");
        }
        if (!attributes.isRegularFile()) {
            return Optional.of("is not a regular file");
        }
        if (!ALLOWED.containsAll(attributes.permissions())) {
            return Optional.of("has mode " + PosixFilePermissions.toString(attributes.permissions())
                    + ", which is looser than 0600: run  chmod 600 " + file);
        }
        return Optional.empty();
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder), null, "the folder does not exist: create it first");
        }
        return folder;
    }
}
