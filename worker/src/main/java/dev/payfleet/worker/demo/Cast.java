package dev.payfleet.worker.demo;

import dev.payfleet.fixture.larkspur.LarkspurPeople;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Everybody who takes part. The first four play a part of their own; the others are ordinary.
final class Cast {
    private static final List<Role> PARTS =
            List.of(Role.WRONG_PASSWORD, Role.PAGE_CHANGED, Role.SESSION_ENDED, Role.LEAVES);

    private final LarkspurPeople people;
    private final List<Player> players = new ArrayList<>();
    private final Map<String, Player> byConnection;

    Cast(LarkspurPeople people) {
        this.people = people;
        for (int i = 0; i < people.all().size(); i++) {
            Role role = i < PARTS.size() ? PARTS.get(i) : Role.ORDINARY;
            players.add(Player.of(i + 1, role, people.get(i)));
        }
        this.byConnection =
                players.stream().collect(Collectors.toMap(player -> player.key().connectionId(), Function.identity()));
    }

    LarkspurPeople people() {
        return people;
    }

    List<Player> players() {
        return List.copyOf(players);
    }

    /// The one who plays this part.
    Player the(Role role) {
        return players.stream()
                .filter(player -> player.role() == role)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody plays " + role));
    }

    /// Whose connection it is.
    Player of(String connectionId) {
        Player player = byConnection.get(connectionId);
        if (player == null) {
            throw new IllegalArgumentException("nobody has the connection " + connectionId);
        }
        return player;
    }
}
