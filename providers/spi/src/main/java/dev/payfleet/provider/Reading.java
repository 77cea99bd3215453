package dev.payfleet.provider;

/// How one resource of one provider is read.
///
/// @param <V> what the reading needs to touch: any visit, one by HTTP or one by page
@FunctionalInterface
public interface Reading<V extends Visit> {

    /// Throws [ProviderException] where it cannot be read.
    ReadResult read(V visit, ResourceQuery query);
}
