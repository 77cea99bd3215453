package dev.payfleet.awslocal;

import java.io.IOException;
import java.io.OutputStream;

/// Starts all servers in a process of their own, for a benchmark that must not share its JVM with them. Prints one
/// line for each, such as `sqs http://127.0.0.1:41237`, creates nothing in them, and stays until standard input
/// ends. S3 takes [LocalAws#ACCESS_KEY] and [LocalAws#SECRET_KEY]. After a build:
///
/// ```
/// java --enable-native-access=ALL-UNNAMED \
///   -cp "aws-local/servers/target/classes:$(cat aws-local/servers/target/libraries)" dev.payfleet.awslocal.Main
/// ```
public final class Main {
    private Main() {}

    static void main() throws IOException {
        try (LocalAws aws = new LocalAws()) {
            System.out.println("sqs " + aws.sqs());
            System.out.println("dynamodb " + aws.dynamoDb());
            System.out.println("s3 " + aws.s3());
            System.out.println("kms " + aws.kms());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        // The servers' threads may outlive them, and would keep the process.
        System.exit(0);
    }
}
