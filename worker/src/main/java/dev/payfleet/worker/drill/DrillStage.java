package dev.payfleet.worker.drill;

/// How far a drill is with a table.
public enum DrillStage {
    RESTORING("being restored"),
    RESTORED("restored"),
    COUNTED("counted"),
    DELETING("scratch table being deleted"),
    DELETED("scratch table deleted");

    private final String words;

    DrillStage(String words) {
        this.words = words;
    }

    /// As people are told.
    public String words() {
        return words;
    }
}
