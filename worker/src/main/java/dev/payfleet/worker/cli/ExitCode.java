package dev.payfleet.worker.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// How a command ended, for whoever started it: a person, a script, a scheduler. The one table of exit codes.
public enum ExitCode {
    /// What was asked for is done.
    DONE(0, "done"),
    /// The answer is there, and it is not what was hoped for; or a fault of our own.
    NOT_SUCCEEDED(1, "what was asked for did not succeed"),
    /// The caller has to ask differently.
    USAGE(2, "wrong usage or bad input"),
    /// The machine has to be set up differently.
    SETUP(3, "this machine is not set up for it: a setting, the key file, Chromium or a port"),
    /// The store has to be looked after.
    STORE(4, "the store cannot be used: damaged, held too long, or made with another key");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /// The number that the process ends with.
    public int code() {
        return code;
    }

    /// Done if it is true, not succeeded if it is not.
    static ExitCode of(boolean succeeded) {
        return succeeded ? DONE : NOT_SUCCEEDED;
    }

    /// Numbers and meanings, in order, for help.
    static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        for (ExitCode each : values()) {
            table.put(Integer.toString(each.code), each.meaning);
        }
        return table;
    }
}
