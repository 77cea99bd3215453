/// What goes wrong between a client and a server of AWS, by script. Start at [FaultyWire]; what can go wrong is
/// listed in [Fault].
@NullMarked
package dev.payfleet.awslocal.wire;

import org.jspecify.annotations.NullMarked;
