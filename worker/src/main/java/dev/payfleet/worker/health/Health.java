package dev.payfleet.worker.health;

/// How a worker is, as far as can be told from outside its process.
public sealed interface Health {
    /// It works, or waits for work.
    record Healthy() implements Health {}

    /// It runs and gets nothing done, or has stopped saying that it does.
    ///
    /// @param reason in a few words; names nobody
    record Stuck(String reason) implements Health {}

    /// No worker has said anything, or the last one has ended.
    record NotStarted() implements Health {}

    /// What a process that was asked ends with. Docker keeps 2 for itself, and every engine takes the others but 0
    /// for unhealthy.
    default int exitCode() {
        return switch (this) {
            case Healthy _ -> 0;
            case Stuck _ -> 1;
            case NotStarted _ -> 3;
        };
    }

    /// One line for a person.
    default String line() {
        return switch (this) {
            case Healthy _ -> "healthy";
            case Stuck(String reason) -> "stuck: " + reason;
            case NotStarted _ -> "no worker is running here";
        };
    }
}
