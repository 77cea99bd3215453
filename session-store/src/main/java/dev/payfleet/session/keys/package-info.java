/// The keys that records are sealed under: which they are, and how they are replaced while the fleet works. Start
/// at [dev.payfleet.session.keys.KeyDesk].
@NullMarked
package dev.payfleet.session.keys;

import org.jspecify.annotations.NullMarked;
