/// AWS on this machine, for tests: real protocols, no account, nothing beyond loopback. Start at [LocalAws]; what
/// goes wrong on the way to it is in [dev.payfleet.awslocal.wire].
@NullMarked
package dev.payfleet.awslocal;

import org.jspecify.annotations.NullMarked;
