package dev.payfleet.worker.fleet.aws;

import dev.payfleet.aws.AwsAccess;
import dev.payfleet.aws.AwsClients;
import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.TableShape;
import dev.payfleet.session.aws.AwsSessionsConfig;
import dev.payfleet.session.aws.SessionTables;
import dev.payfleet.worker.audit.aws.AuditTables;
import dev.payfleet.worker.config.AwsSettings;
import dev.payfleet.worker.config.AwsSettings.Service;
import dev.payfleet.worker.grant.aws.GrantTables;
import dev.payfleet.worker.queue.aws.QueueTables;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/// How the settings lead to a deployment. Who the process is to AWS, the SDK finds out by itself: by the role of
/// its task, or of its machine.
final class Access {
    private Access() {}

    static AwsClients clients(AwsSettings settings) {
        return new AwsClients(
                new AwsAccess(settings.region(), endpoints(settings)),
                DefaultCredentialsProvider.builder().build());
    }

    static AwsSessionsConfig sessions(AwsSettings settings) {
        return new AwsSessionsConfig(
                settings.prefix(),
                settings.resultsBucket(),
                settings.kmsKey(),
                settings.formerKmsKeys(),
                settings.keyCache());
    }

    /// Every table of a deployment.
    static Stream<TableShape> tables() {
        return Stream.of(SessionTables.ALL, QueueTables.ALL, AuditTables.ALL, GrantTables.ALL)
                .flatMap(List::stream);
    }

    private static Map<AwsService, URI> endpoints(AwsSettings settings) {
        Map<AwsService, URI> endpoints = new EnumMap<>(AwsService.class);
        settings.endpoints().forEach((service, at) -> endpoints.put(service(service), at));
        return endpoints;
    }

    private static AwsService service(Service service) {
        return switch (service) {
            case SQS -> AwsService.SQS;
            case DYNAMODB -> AwsService.DYNAMODB;
            case S3 -> AwsService.S3;
            case KMS -> AwsService.KMS;
        };
    }
}
