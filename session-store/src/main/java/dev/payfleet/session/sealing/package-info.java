/// How records are sealed: envelope encryption in the message format of the AWS Encryption SDK, whatever the
/// key ring. Start at [dev.payfleet.session.sealing.EnvelopeSealer].
@NullMarked
package dev.payfleet.session.sealing;

import org.jspecify.annotations.NullMarked;
