package dev.payfleet.infra;

import dev.payfleet.worker.queue.aws.FifoQueue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What a worker is told in its environment: names and numbers, and of secrets only where they lie.
final class WorkerSettings {
    private WorkerSettings() {}

    static Map<String, String> of(Rights rights) {
        Deployment deployment = rights.deployment();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("PAYFLEET_ENGINE", "aws");
        settings.put("PAYFLEET_AWS_REGION", deployment.region());
        settings.put("PAYFLEET_AWS_PREFIX", deployment.name());
        settings.put("PAYFLEET_AWS_EVIDENCE_BUCKET", rights.evidence().bucket().getBucketName());
        settings.put("PAYFLEET_AWS_RESULTS_BUCKET", rights.results().bucket().getBucketName());
        settings.put("PAYFLEET_AWS_KMS_KEY", rights.keys().sealing().getKeyArn());
        settings.put("PAYFLEET_AWS_EVIDENCE_KEY", rights.keys().evidence().getKeyArn());
        settings.put("PAYFLEET_AWS_STORAGE_KEY", rights.keys().storage().getKeyArn());
        settings.put("PAYFLEET_LANES", String.valueOf(deployment.fleet().lanes()));
        settings.put(
                "PAYFLEET_JOBS_IN_FLIGHT", String.valueOf(deployment.fleet().jobsInFlight()));
        settings.put("PAYFLEET_PATIENCE", WorkerTask.PATIENCE.toSeconds() + "s");
        settings.put("PAYFLEET_VISIBILITY", FifoQueue.JOBS.visibility().toSeconds() + "s");
        settings.put(
                "PAYFLEET_PROXY",
                deployment.proxies().stream()
                        .map(proxy -> proxy.host() + ":" + proxy.port())
                        .collect(Collectors.joining(",")));
        settings.put(
                "PAYFLEET_PROXY_PASSWORD_FILE",
                rights.references().proxyPassword().path());
        settings.put("PAYFLEET_GRANT_KEYS", rights.references().grantKeys().path());
        settings.put("PAYFLEET_GRANT_ISSUER", deployment.grantIssuer());
        return settings;
    }
}
