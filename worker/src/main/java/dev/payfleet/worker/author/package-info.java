/// What an adapter's author works with besides a trial: a project to begin with, and the contract's verdict on it.
/// Start at [dev.payfleet.worker.author.ProjectTemplate] and [dev.payfleet.worker.author.ContractRun].
@NullMarked
package dev.payfleet.worker.author;

import org.jspecify.annotations.NullMarked;
