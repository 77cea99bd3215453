/// The guard's places on one machine. Start at [dev.payfleet.worker.retention.embedded.EvidenceFolder].
@org.jspecify.annotations.NullMarked
package dev.payfleet.worker.retention.embedded;
