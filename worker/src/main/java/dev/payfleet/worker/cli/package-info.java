/// The commands that people type, one class each, and what they have in common: exit codes, one-line errors, help.
/// Start at [dev.payfleet.worker.cli.Cli]; the list of commands is [dev.payfleet.worker.cli.Commands].
@NullMarked
package dev.payfleet.worker.cli;

import org.jspecify.annotations.NullMarked;
