/// Connections with their credentials, sessions and device trust.
/// Whatever is stored from here is sealed first.
@NullMarked
package dev.payfleet.session;

import org.jspecify.annotations.NullMarked;
