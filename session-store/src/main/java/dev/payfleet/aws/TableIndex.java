package dev.payfleet.aws;

import java.util.Optional;

/// A global secondary index that holds all attributes.
///
/// @param name at least three characters
/// @param partition the partition key
/// @param sort the sort key, if any
public record TableIndex(String name, TableKey partition, Optional<TableKey> sort) {}
