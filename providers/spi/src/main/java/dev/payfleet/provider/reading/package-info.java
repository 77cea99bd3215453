/// Typed readers for the pages of a provider: they know notations and locales, and where they fail they name page,
/// row, column and what was expected, never the value that stood there. Start at [SitePage].
@NullMarked
package dev.payfleet.provider.reading;

import org.jspecify.annotations.NullMarked;
