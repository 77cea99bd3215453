/// Everything the program can be told, once: what each setting means, what it takes, where its value comes from.
/// Start at [dev.payfleet.worker.config.Catalogue]; what comes out is a [dev.payfleet.worker.config.WorkerConfig].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.config;
