package dev.payfleet.scrub.page;

import dev.payfleet.scrub.page.Piece.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Gathers the pieces of one parent and makes one stand-in of neighbouring values, because how many parts a value
/// has (lines of an address, a currency sign in bold) is part of the value.
final class ValueRuns {
    private final Set<Channel> open;
    private final List<Piece> pieces = new ArrayList<>();

    ValueRuns(Set<Channel> open) {
        this.open = open;
    }

    void value(int weight) {
        boolean running = !pieces.isEmpty() && pieces.getLast() instanceof Value;
        if (!running || open.contains(Channel.VALUE_PARTS)) {
            pieces.add(new Value(open.contains(Channel.VALUE_LENGTH) ? weight : 0));
        }
    }

    /// White space and line breaks neither end a run nor make a piece.
    void space() {}

    void add(Piece piece) {
        pieces.add(piece);
    }

    List<Piece> pieces() {
        return pieces;
    }
}
