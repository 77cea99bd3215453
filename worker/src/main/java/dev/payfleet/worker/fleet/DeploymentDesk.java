package dev.payfleet.worker.fleet;

import dev.payfleet.worker.drill.RestoreDrill;

/// What operators do with a deployment as a whole. It needs none of a worker's rights to the queue.
public interface DeploymentDesk extends AutoCloseable {
    /// Makes the branch keys of a new deployment, before its first worker starts. May be repeated.
    void prepare();

    /// Gives the branch keys a new version, for what is sealed from then on.
    void renewKeys();

    /// Whether what is backed up can be brought back.
    RestoreDrill restoreDrill();

    /// Closes the way to the deployment. Idempotent.
    @Override
    void close();
}
