package dev.payfleet.session;

import java.util.List;
import java.util.Optional;

/// A piece of a census.
///
/// @param marks may be none, although more pages follow
/// @param next where the next page begins; empty after the last
public record CensusPage(List<SessionMark> marks, Optional<String> next) {
    public CensusPage {
        marks = List.copyOf(marks);
    }
}
