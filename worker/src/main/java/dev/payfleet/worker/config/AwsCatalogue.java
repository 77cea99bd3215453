package dev.payfleet.worker.config;

import dev.payfleet.worker.config.AwsSettings.Service;
import dev.payfleet.worker.config.Setting.Group;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings that hold where [Catalogue#ENGINE] is `aws`. What has no default must then be set. Who the worker
/// is to AWS is never a setting: the SDK finds it in the role that the worker runs in.
final class AwsCatalogue {
    private static final String NEEDED = "none; needed on AWS";
    private static final String OWN_ENDPOINT = "the region's own";

    static final Setting<String> REGION = Setting.maybe(
            "PAYFLEET_AWS_REGION",
            Group.AWS,
            "the region",
            Kind.text("a region such as `eu-west-1`", "[a-z]{2,4}(-[a-z]+)+-\\d{1,2}"),
            NEEDED);

    static final Setting<String> PREFIX = Setting.usually(
            "PAYFLEET_AWS_PREFIX",
            Group.AWS,
            "the deployment: what the names of its queues and tables begin with",
            Kind.text("1 to 60 letters, digits, `_` or `-`", "[A-Za-z0-9_-]{1,60}"),
            "payfleet");

    static final Setting<String> EVIDENCE_BUCKET =
            Setting.maybe("PAYFLEET_AWS_EVIDENCE_BUCKET", Group.AWS, "where redrawn pages are kept", bucket(), NEEDED);

    static final Setting<String> RESULTS_BUCKET = Setting.maybe(
            "PAYFLEET_AWS_RESULTS_BUCKET",
            Group.AWS,
            "where results are kept that are too large for a table",
            bucket(),
            NEEDED);

    static final Setting<String> KMS_KEY = Setting.maybe(
            "PAYFLEET_AWS_KMS_KEY", Group.AWS, "the key that credentials and sessions are sealed with", key(), NEEDED);

    static final Setting<List<String>> FORMER_KMS_KEYS = Setting.maybe(
            "PAYFLEET_AWS_FORMER_KMS_KEYS",
            Group.AWS,
            "the keys that were in its place before: they open and do not seal",
            keys(),
            "none");

    static final Setting<String> EVIDENCE_KEY = Setting.maybe(
            "PAYFLEET_AWS_EVIDENCE_KEY",
            Group.AWS,
            "the key that the evidence bucket is encrypted with",
            key(),
            "`PAYFLEET_AWS_KMS_KEY`");

    static final Setting<String> STORAGE_KEY = Setting.maybe(
            "PAYFLEET_AWS_STORAGE_KEY",
            Group.AWS,
            "the key that the tables and the results bucket are encrypted with",
            key(),
            "`PAYFLEET_AWS_KMS_KEY`");

    static final Setting<Duration> KEY_CACHE = Setting.usually(
            "PAYFLEET_AWS_KEY_CACHE",
            Group.AWS,
            "how long a data key is used again before KMS is asked; a revoked key works on for that long",
            TimeSpan.between(Duration.ofSeconds(1), Duration.ofMinutes(10)),
            "5m");

    private static final Map<Service, Setting<URI>> ENDPOINTS = Arrays.stream(Service.values())
            .collect(Collectors.toMap(
                    Function.identity(), AwsCatalogue::endpoint, (one, _) -> one, () -> new EnumMap<>(Service.class)));

    static final List<Setting<?>> ALL = Stream.concat(
                    Stream.<Setting<?>>of(
                            REGION,
                            PREFIX,
                            EVIDENCE_BUCKET,
                            RESULTS_BUCKET,
                            KMS_KEY,
                            FORMER_KMS_KEYS,
                            EVIDENCE_KEY,
                            STORAGE_KEY,
                            KEY_CACHE),
                    ENDPOINTS.values().stream())
            .toList();

    private AwsCatalogue() {}

    /// The setting that says where the service is called.
    static Setting<URI> endpointOf(Service service) {
        return Objects.requireNonNull(ENDPOINTS.get(service));
    }

    private static Setting<URI> endpoint(Service service) {
        return Setting.maybe(
                "PAYFLEET_AWS_" + service + "_ENDPOINT",
                Group.AWS,
                "where " + service.words() + " is called",
                Addresses.endpoint(),
                OWN_ENDPOINT);
    }

    /// No alias: decryption is allowed for a key, and an alias can be pointed at another.
    private static Kind<String> key() {
        return Kind.text("the ARN of a key", "arn:aws[a-z-]*:kms:[a-z0-9-]+:\\d{12}:key/[A-Za-z0-9-]+");
    }

    private static Kind<List<String>> keys() {
        return Kind.open(
                "ARNs of keys, with commas between",
                text -> Arrays.stream(text.split(",", -1))
                        .map(arn -> key().reading().apply(arn.strip()))
                        .toList());
    }

    private static Kind<String> bucket() {
        return Kind.text("a bucket's name", "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    }
}
