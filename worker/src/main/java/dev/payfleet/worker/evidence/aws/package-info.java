/// Evidence in a private bucket of S3. Start at [dev.payfleet.worker.evidence.aws.S3EvidenceStore].
@NullMarked
package dev.payfleet.worker.evidence.aws;

import org.jspecify.annotations.NullMarked;
