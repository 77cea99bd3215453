package dev.payfleet.worker.fleet;

import dev.payfleet.session.keys.KeyDesk;
import dev.payfleet.worker.drill.RestoreDrill;

/// What operators do with a deployment as a whole. It needs none of a worker's rights to the queue.
public interface DeploymentDesk extends AutoCloseable {
    /// Makes the branch keys of a new deployment, before its first worker starts. May be repeated.
    void prepare();

    /// The branch keys later, and the key of KMS.
    KeyDesk keys();

    /// Whether what is backed up can be brought back.
    RestoreDrill restoreDrill();

    /// Closes the way to the deployment. Idempotent.
    @Override
    void close();
}
