package dev.payfleet.cache.aws;

import dev.payfleet.session.ConnectionKey;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Writes for the holder of the latest claim, and throws for everyone else, in one transaction.
@FunctionalInterface
public interface FencedWrite {
    /// @throws dev.payfleet.session.StaleFenceException when the connection was claimed by another since; nothing
    ///     was written
    /// @throws dev.payfleet.session.DisconnectedException when there is no active connection; nothing was written
    void write(ConnectionKey key, long fence, TransactWriteItem write);
}
