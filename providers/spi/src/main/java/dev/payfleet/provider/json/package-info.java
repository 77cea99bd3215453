/// JSON as text and as Java's own maps and lists; the only place that knows a JSON library. What adapters read with
/// is [dev.payfleet.provider.reading.JsonValue]; start there.
@NullMarked
package dev.payfleet.provider.json;

import org.jspecify.annotations.NullMarked;
