package dev.payfleet.worker.config;

import dev.payfleet.provider.Origin;
import dev.payfleet.worker.refresh.RefreshRules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything a worker can be told, checked. Read by [WorkerConfig#read]; a secret is never in it, only the file
/// that holds one. What each setting takes is said once, in the [Catalogue].
///
/// @param home where the embedded engine keeps its files: `payfleet.db`, `key`, `evidence/`; and every worker
///     `driver/`, `tmp/` and `logs/`
/// @param engine what the fleet runs on
/// @param lanes how many browsers run at once
/// @param laneSubstitutes how many browsers more may run while others keep a page open for a person
/// @param jobsInFlight how many jobs a worker holds at once, lanes and HTTP reads together
/// @param browser which Chromium
/// @param browserPath where it lies; empty: looked for
/// @param egress how the provider is reached
/// @param standIns loopback origins that stand in for declared ones, for simulated sites
/// @param visibility how long a job is ours before its lease must have been extended
/// @param stuckAfter how long a job or a page may stay at one step
/// @param resultTimeToLive how long a result is kept
/// @param resultMemory bytes of opened results that a worker may hold; 0: none
/// @param patience how long running jobs may take to end after a stop
/// @param errorReports the DSN that faults of our own are reported to, scrubbed; empty: nowhere
/// @param sandbox whether Chromium runs in its own sandbox
/// @param grants how grants are verified; empty: they are not asked for
/// @param refresh how sessions are renewed ahead of their end; empty: they are not
public record WorkerConfig(
        Path home,
        Engine engine,
        int lanes,
        int laneSubstitutes,
        int jobsInFlight,
        BrowserKind browser,
        Optional<Path> browserPath,
        Egress egress,
        Map<Origin, Origin> standIns,
        Duration visibility,
        Duration stuckAfter,
        Duration resultTimeToLive,
        int resultMemory,
        Duration patience,
        Optional<String> errorReports,
        boolean sandbox,
        Optional<GrantSettings> grants,
        Optional<RefreshRules> refresh) {

    public WorkerConfig {
        standIns = Map.copyOf(standIns);
    }

    /// Reads the configuration from variables and from the file that one of them names.
    ///
    /// @param environment the variables, usually [System#getenv()]
    /// @throws ConfigException names every setting that is wrong, what was expected of it and where it came from
    public static WorkerConfig read(Map<String, String> environment) {
        return new Assembly(Reading.of(environment)).config();
    }

    /// Which Chromium a lane runs.
    public enum BrowserKind {
        /// A quarter of the CPU of the full browser.
        HEADLESS_SHELL,
        /// The full browser, for a site that insists on it.
        FULL
    }

    /// What the fleet runs on, in one word.
    public enum EngineKind {
        /// This machine alone.
        EMBEDDED,
        /// SQS, DynamoDB, S3 and KMS.
        AWS
    }

    /// What the fleet runs on.
    public sealed interface Engine {
        /// This machine alone.
        record Embedded() implements Engine {}

        /// A deployment in AWS.
        record Aws(AwsSettings settings) implements Engine {}
    }

    /// How grants are verified.
    ///
    /// @param keys a JWKS file with public keys
    /// @param issuer who signs them
    public record GrantSettings(Path keys, String issuer) {}

    /// How the provider is reached.
    public sealed interface Egress {
        /// Through proxies that ask for a name and a password.
        ///
        /// @param endpoints `host:port`, one or more
        /// @param userTemplate the user name; `{connection}` in it becomes the connection's own stable token
        /// @param passwordFile holds the password, and nothing else
        record Proxied(List<String> endpoints, String userTemplate, Optional<Path> passwordFile) implements Egress {
            public Proxied {
                endpoints = List.copyOf(endpoints);
            }
        }

        /// Straight from this machine; only when asked for in so many words.
        record Direct() implements Egress {}

        /// Not said. Enough for every command but `work`, which refuses to start.
        record Unset() implements Egress {}
    }
}
