package dev.payfleet.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.session.StoresUnderTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// What every [ResultCache] does, with memory in front of it: each question is asked twice, so that the second
/// answer comes from memory where one is held.
public abstract class FrontedResultCacheContract extends ResultCacheContract {
    protected abstract StoresUnderTest behind(Path folder);

    @Override
    protected final StoresUnderTest open(Path folder) {
        return Fronted.of(behind(folder));
    }

    @Override
    protected final Optional<CachedResult> found(ResultKey key, Instant now) {
        Freshness any =
                Freshness.of(stores.connections().find(key.connection()).orElseThrow(), CachedResult.LIFE_CEILING, now);
        Optional<CachedResult> first = stores.results().find(key, any);
        assertThat(stores.results().find(key, any)).isEqualTo(first);
        assertThat(stores.results().find(key, now)).isEqualTo(first);
        return first;
    }
}
