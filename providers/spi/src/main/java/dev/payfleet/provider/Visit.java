package dev.payfleet.provider;

import java.time.LocalDate;
import java.util.UUID;
import org.jsoup.nodes.Document;

/// What an adapter may touch while it reads: one signed-in person's view of one provider. Confined to the thread
/// that reads.
public interface Visit {

    /// Fetches a page of the provider and returns it parsed. The document's location is the address it came
    /// from.
    ///
    /// @param path a path at the primary origin, or an address found in a page
    /// @return a page that bears the sign of being signed in, or no sign at all
    /// @throws ProviderException for a page with another meaning, and for anything that kept the page from
    ///         coming
    Document open(String path);

    /// Fetches what is not a page, such as a PDF or a CSV file, with the session's cookies. Origins, limits and
    /// troubles are those of [#open(String)]; a page that comes instead is asked for its signs.
    byte[] download(String path);

    /// Our id of a record, the same at every read: a UUID of version 5 of connection, kind and the provider's
    /// id.
    UUID idOf(RecordKind kind, String remoteId);

    /// [Tier#HTTP] or [Tier#BROWSER].
    Tier tier();

    /// The day it is for the fleet.
    LocalDate today();
}
