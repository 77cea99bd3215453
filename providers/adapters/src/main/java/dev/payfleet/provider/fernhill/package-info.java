/// Adapter for Fernhill Payroll, which asks for second factors and remembers devices. Start at [FernhillProvider].
@NullMarked
package dev.payfleet.provider.fernhill;

import org.jspecify.annotations.NullMarked;
