package dev.payfleet.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the kernel says of a process.
record KernelView(String commandLine, String status, String userNamespace) {
    /// Empty when the process has ended meanwhile.
    static Optional<KernelView> of(ProcessHandle process) {
        Path folder = Path.of("/proc", Long.toString(process.pid()));
        try {
            return Optional.of(new KernelView(
                    new String(Files.readAllBytes(folder.resolve("cmdline")), StandardCharsets.UTF_8)
                            .replace('\0', ' '),
                    Files.readString(folder.resolve("status")),
                    Files.readSymbolicLink(folder.resolve("ns/user")).toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// All below a process.
    static List<KernelView> below(ProcessHandle process) {
        return process.descendants()
                .map(KernelView::of)
                .flatMap(Optional::stream)
                .toList();
    }

    boolean isRenderer() {
        return commandLine.contains("--type=renderer");
    }

    /// A line of the status, by its name.
    String told(String name) {
        return status.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
