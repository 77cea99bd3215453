package dev.payfleet.provider;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// By which tiers one resource is read, and how. Immutable; called from many threads.
public final class ResourceReading {

    private final @Nullable Reading<? super VisitByHttp> http;
    private final @Nullable Reading<? super VisitByPage> page;

    private final List<Origin> origins;

    private ResourceReading(
            @Nullable Reading<? super VisitByHttp> http,
            @Nullable Reading<? super VisitByPage> page,
            List<Origin> origins) {
        this.http = http;
        this.page = page;
        this.origins = List.copyOf(origins);
    }

    /// By both tiers with the same code, for pages that the server renders.
    public static ResourceReading ofDocuments(Reading<Visit> reading) {
        return new ResourceReading(reading, reading, List.of());
    }

    /// By HTTP alone.
    public static ResourceReading byHttp(Reading<VisitByHttp> reading) {
        return new ResourceReading(reading, null, List.of());
    }

    /// By page alone, for what only a script draws.
    public static ResourceReading byPage(Reading<VisitByPage> reading) {
        return new ResourceReading(null, reading, List.of());
    }

    /// By both tiers, each with code of its own.
    public static ResourceReading of(Reading<VisitByHttp> http, Reading<VisitByPage> page) {
        return new ResourceReading(http, page, List.of());
    }

    /// The same, with declared origins besides the primary that it reads from.
    public ResourceReading reaching(Origin... others) {
        return new ResourceReading(http, page, List.of(others));
    }

    /// Origins besides the primary that it reads from.
    public List<Origin> origins() {
        return origins;
    }

    /// [Tier#HTTP], [Tier#BROWSER] or both.
    public Set<Tier> tiers() {
        Set<Tier> tiers = EnumSet.noneOf(Tier.class);
        if (http != null) {
            tiers.add(Tier.HTTP);
        }
        if (page != null) {
            tiers.add(Tier.BROWSER);
        }
        return tiers;
    }

    /// Throws [IllegalStateException] where [#tiers()] has no HTTP.
    public ReadResult read(VisitByHttp visit, ResourceQuery query) {
        if (http == null) {
            throw new IllegalStateException(query.resource().wireName() + " is not read by HTTP");
        }
        return http.read(visit, query);
    }

    /// Throws [IllegalStateException] where [#tiers()] has no browser.
    public ReadResult read(VisitByPage visit, ResourceQuery query) {
        if (page == null) {
            throw new IllegalStateException(query.resource().wireName() + " is not read by page");
        }
        return page.read(visit, query);
    }
}
