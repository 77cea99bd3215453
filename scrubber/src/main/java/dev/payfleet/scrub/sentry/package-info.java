/// Reports errors to Sentry, when there is an address to report to, with nothing in them but where the code failed.
/// Start at [ErrorReports][dev.payfleet.scrub.sentry.ErrorReports].
@NullMarked
package dev.payfleet.scrub.sentry;

import org.jspecify.annotations.NullMarked;
