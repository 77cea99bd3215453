package dev.payfleet.worker.refresh;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.session.SessionMark;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// When each session is due. Knows neither clock nor store, so the same session is due at the same time whoever asks
/// and however often the fleet is restarted.
///
/// A provider's period is the life of its sessions without the margin. In it each connection has a place of its own,
/// a hash of its key: its slots are at that place of every period. Due is the first slot after the session was last
/// renewed. So no session waits longer than a period, which leaves the margin; the load is as even as the hash,
/// even where a hundred thousand sessions began in the same minute; and the same slot of the same session names the
/// same job.
///
/// Immutable.
public final class RefreshPlan {
    /// Of the life of a session, the most that is given away for safety.
    private static final int LEAST_LIVES = 4;

    private final RefreshRules rules;
    private final Map<String, ProviderPace> providers;
    /// By provider.
    private final Map<String, Duration> periods;

    /// @param providers by id; sessions of others are never due
    public RefreshPlan(RefreshRules rules, Map<String, ProviderPace> providers) {
        this.rules = rules;
        this.providers = Map.copyOf(providers);
        this.periods = providers.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> period(each.getValue())));
    }

    /// What becomes of a session now.
    public enum Fate {
        /// It is renewed when it is due.
        RENEWED,
        /// Nobody has used the connection for so long that it is left to end.
        UNUSED,
        /// Nobody here can renew it.
        UNKNOWN_PROVIDER
    }

    /// What becomes of this session, as seen now.
    public Fate fate(SessionMark mark, Instant now) {
        if (!providers.containsKey(mark.provider())) {
            return Fate.UNKNOWN_PROVIDER;
        }
        return now.isBefore(mark.usedAt().plus(rules.unusedAfter())) ? Fate.RENEWED : Fate.UNUSED;
    }

    /// The slot in which this session is to be renewed; it may have passed. Empty where the provider is unknown.
    public Optional<Instant> due(SessionMark mark) {
        return Optional.ofNullable(providers.get(mark.provider())).map(pace -> {
            Instant renewed = mark.expiresAt().minus(pace.sessionLifetime());
            return slotAfter(mark.key(), period(mark.provider()), renewed);
        });
    }

    /// How long a session of this provider waits for its refresh at the longest.
    ///
    /// @throws IllegalArgumentException where the provider is unknown
    public Duration period(String provider) {
        Duration period = periods.get(provider);
        if (period == null) {
            throw unknown();
        }
        return period;
    }

    /// How long a session of this provider lives.
    ///
    /// @throws IllegalArgumentException where the provider is unknown
    public Duration lifetime(String provider) {
        return pace(provider).sessionLifetime();
    }

    /// How many requests a second refreshes may take of this provider.
    ///
    /// @throws IllegalArgumentException where the provider is unknown
    public double requestsPerSecond(String provider) {
        return pace(provider).requestsPerSecond() * rules.share() / 100;
    }

    private Duration period(ProviderPace pace) {
        Duration most = pace.sessionLifetime().dividedBy(LEAST_LIVES);
        Duration margin = rules.margin().compareTo(most) < 0 ? rules.margin() : most;
        return pace.sessionLifetime().minus(margin);
    }

    private ProviderPace pace(String provider) {
        ProviderPace pace = providers.get(provider);
        if (pace == null) {
            throw unknown();
        }
        return pace;
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("there is no provider of this id");
    }

    private static Instant slotAfter(ConnectionKey key, Duration period, Instant renewed) {
        long length = period.toMillis();
        long since = Math.floorMod(renewed.toEpochMilli() - place(key, length), length);
        return Instant.ofEpochMilli(renewed.toEpochMilli() - since + length);
    }

    private static long place(ConnectionKey key, long length) {
        return Math.floorMod(
                mixed(31L * key.clientId().hashCode() + key.connectionId().hashCode()), length);
    }

    /// The hash of a text is the same in every Java, but of similar texts it is similar; this tells them apart
    /// (the last step of SplitMix64).
    private static long mixed(long hash) {
        long z = hash + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
