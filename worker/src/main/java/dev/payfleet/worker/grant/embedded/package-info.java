/// Used grants in the SQLite file. Start at [dev.payfleet.worker.grant.embedded.SqliteUsedGrants].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.grant.embedded;
