package dev.payfleet.worker.cli;

/// How the help groups commands.
enum Section {
    RUN("Run"),
    JOBS("Jobs and people"),
    PROVIDERS("Providers"),
    OPERATIONS("Operations");

    private final String heading;

    Section(String heading) {
        this.heading = heading;
    }

    String heading() {
        return heading;
    }
}
