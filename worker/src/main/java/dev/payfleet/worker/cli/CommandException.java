package dev.payfleet.worker.cli;

/// A command cannot do what was asked. The message is the line that the person sees: what is wrong, naming the
/// field, and what to do about it; never a value of the person's.
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    /// @param wrong what is wrong, naming the field or setting
    /// @param todo what to do about it
    public CommandException(ExitCode exitCode, String wrong, String todo) {
        super(wrong + "; " + todo);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
