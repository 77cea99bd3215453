/// The single SQLite file of the embedded default, shared by several processes of one machine. Start at
/// [dev.payfleet.sqlite.SqliteFile].
@NullMarked
package dev.payfleet.sqlite;

import org.jspecify.annotations.NullMarked;
