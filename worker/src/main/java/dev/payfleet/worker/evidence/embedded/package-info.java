/// Evidence in a folder of this machine. Start at [FolderEvidenceStore].
@NullMarked
package dev.payfleet.worker.evidence.embedded;

import org.jspecify.annotations.NullMarked;
