/// Adapter for Rivermark Lohn: sign-in at another origin, pages in frames, payslips as PDF, exports as CSV. Start
/// at [RivermarkProvider].
@NullMarked
package dev.payfleet.provider.rivermark;

import org.jspecify.annotations.NullMarked;
