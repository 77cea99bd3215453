/// How a worker is, told to who watches it from outside: [Heartbeat] writes it into a file, [HealthProbe] reads it
/// there. Start at [Health].
@NullMarked
package dev.payfleet.worker.health;

import org.jspecify.annotations.NullMarked;
