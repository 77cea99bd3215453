package dev.payfleet.worker.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.payfleet.fixture.larkspur.LarkspurPeople;
import dev.payfleet.fixture.larkspur.LarkspurSite;
import dev.payfleet.fixture.larkspur.SiteOptions;
import dev.payfleet.provider.Resource;
import dev.payfleet.worker.job.FetchJob;
import dev.payfleet.worker.job.JobKind;
import dev.payfleet.worker.stage.Jobs;
import dev.payfleet.worker.stage.StageHome;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptTest {
    private final LarkspurPeople people = LarkspurPeople.of(1, 24);
    private final LarkspurSite site = LarkspurSite.start(SiteOptions.of(people));

    @TempDir
    Path home;

    @AfterEach
    void closeSite() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({"24, 240", "8, 40", "24, 241", "6, 24"})
    void sends_as_many_fetches_as_were_asked_for(int count, int fetches) {
        List<FetchJob> jobs = jobs(count, fetches);

        assertThat(jobs).filteredOn(job -> job.kind() == JobKind.FETCH).hasSize(fetches);
        assertThat(jobs).filteredOn(job -> job.kind() == JobKind.CONNECT).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({"24, 240", "8, 40"})
    void asks_for_all_ten_resources(int count, int fetches) {
        assertThat(jobs(count, fetches).stream()
                        .map(FetchJob::query)
                        .filter(Objects::nonNull)
                        .map(query -> query.resource())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Resource.values());
    }

    @Test
    void asks_some_questions_again() {
        List<FetchJob> jobs = jobs(24, 240);

        assertThat(jobs.stream()
                        .filter(job -> job.query() != null)
                        .map(job -> job.connectionId() + job.query())
                        .distinct())
                .hasSizeLessThan(230);
    }

    private List<FetchJob> jobs(int count, int fetches) {
        try (StageHome demo = StageHome.prepare(home, "demo")) {
            Script script = new Script(
                    new Jobs(Instant.EPOCH),
                    new Questions(people.today()),
                    site,
                    new Farewell(demo, new SealedBlobs(home.resolve("none"))));
            Cast cast = new Cast(LarkspurPeople.of(1, count));
            return script.write(cast, fetches).values().stream()
                    .flatMap(Collection::stream)
                    .flatMap(scene -> scene.jobs().stream())
                    .toList();
        }
    }
}
