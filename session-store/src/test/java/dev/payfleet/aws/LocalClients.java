package dev.payfleet.aws;

import dev.payfleet.awslocal.LocalAws;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/// Clients for the servers on this machine.
public final class LocalClients {
    private LocalClients() {}

    /// For the servers of this JVM.
    public static AwsClients shared() {
        return by(Patience.USUAL, uri -> uri);
    }

    /// For the servers of this JVM, by a way of one's own.
    ///
    /// @param way what to call in place of a server's address, for example a wire with faults
    public static AwsClients by(Patience patience, UnaryOperator<URI> way) {
        LocalAws aws = LocalAws.shared();
        Map<AwsService, URI> endpoints = new EnumMap<>(Map.of(
                AwsService.DYNAMODB, way.apply(aws.dynamoDb()),
                AwsService.S3, way.apply(aws.s3()),
                AwsService.KMS, way.apply(aws.kms())));
        return new AwsClients(
                new AwsAccess(LocalAws.REGION, endpoints),
                StaticCredentialsProvider.create(AwsBasicCredentials.create(LocalAws.ACCESS_KEY, LocalAws.SECRET_KEY)),
                patience);
    }
}
