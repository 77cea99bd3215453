/// The result cache of one machine: a table in the shared SQLite file. Start at
/// [dev.payfleet.cache.embedded.EmbeddedResults].
@NullMarked
package dev.payfleet.cache.embedded;

import org.jspecify.annotations.NullMarked;
