package dev.payfleet.aws;

import java.util.List;
import java.util.Optional;

/// What a DynamoDB table looks like: the one description that the stores rely on, the stack deploys, and the tests
/// create.
///
/// @param name without the deployment's prefix, for example `connections`
/// @param partition the partition key
/// @param sort the sort key, if any
/// @param timeToLive the attribute, in seconds since 1970, after which DynamoDB may delete an item, if any
/// @param indexes further ways to look
/// @param recoverable whether it can be brought back as it was at an earlier time; not, where that would keep
///     longer what must be gone
public record TableShape(
        String name,
        TableKey partition,
        Optional<TableKey> sort,
        Optional<String> timeToLive,
        List<TableIndex> indexes,
        boolean recoverable) {
    public TableShape {
        indexes = List.copyOf(indexes);
    }

    /// A table that can be brought back as it was at an earlier time.
    public TableShape(
            String name,
            TableKey partition,
            Optional<TableKey> sort,
            Optional<String> timeToLive,
            List<TableIndex> indexes) {
        this(name, partition, sort, timeToLive, indexes, true);
    }

    /// The table's name in a deployment.
    ///
    /// @param prefix the deployment's, for example `payfleet`
    public String nameIn(String prefix) {
        return prefix + "-" + name;
    }
}
