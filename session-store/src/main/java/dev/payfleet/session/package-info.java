/// Connections with their credentials, sessions, device trust and sign-in attempts: the ports, whose
/// implementations seal whatever is secret before they store it. Start at
/// [dev.payfleet.session.ConnectionStore], then [dev.payfleet.session.SignInLedger].
@NullMarked
package dev.payfleet.session;

import org.jspecify.annotations.NullMarked;
