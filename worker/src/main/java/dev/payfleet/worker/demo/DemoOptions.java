package dev.payfleet.worker.demo;

import java.time.Duration;

/// How much the demo does.
///
/// @param people how many people connect; four of them have a part of their own to play
/// @param jobs how many fetch jobs are sent for them altogether, beside a `connect` job each
/// @param seed what the people are made up from; the same seed gives the same people
/// @param lanes how many browsers the worker runs
/// @param limit after which the demo gives up and says what is outstanding
public record DemoOptions(int people, int jobs, long seed, int lanes, Duration limit) {
    /// 24 people, 240 jobs, two lanes, four minutes.
    public static final DemoOptions USUAL = new DemoOptions(24, 240, 20_260_318, 2, Duration.ofMinutes(4));

    private static final int FEWEST_PEOPLE = 6;
    private static final int MOST_PEOPLE = 200;
    private static final int JOBS_EACH = 4;

    public DemoOptions {
        if (people < FEWEST_PEOPLE || people > MOST_PEOPLE) {
            throw new IllegalArgumentException(
                    "people: expected %d to %d, got %d".formatted(FEWEST_PEOPLE, MOST_PEOPLE, people));
        }
        if (jobs < people * JOBS_EACH) {
            throw new IllegalArgumentException(
                    "jobs: expected at least %d for each of %d people, got %d".formatted(JOBS_EACH, people, jobs));
        }
    }
}
