/// The stores of one machine: tables in the shared SQLite file, sealed under a key file. Start at
/// [dev.payfleet.session.embedded.EmbeddedSessions], the only door.
@NullMarked
package dev.payfleet.session.embedded;

import org.jspecify.annotations.NullMarked;
