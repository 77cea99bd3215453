package dev.payfleet.worker.cli;

/// What a person can ask for: a class with a picocli annotation, options as fields and this one method.
@FunctionalInterface
public interface Command {
    /// Does it.
    ///
    /// @return how it ended
    /// @throws CommandException when it cannot be done
    /// @throws InterruptedException when the process is told to end meanwhile
    ExitCode run() throws InterruptedException;
}
