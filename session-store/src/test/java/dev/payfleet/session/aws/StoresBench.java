package dev.payfleet.session.aws;

import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.session.Sealer;
import dev.payfleet.session.StoresUnderTest;
import dev.payfleet.session.embedded.EmbeddedUnderTest;
import dev.payfleet.session.sealing.EnvelopeSealer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;

/// Prints how often a second one thread does what, on this machine's servers and on the embedded engine beside
/// them. Started by hand; its figures are of the machine and the moment, so nothing is asserted.
public final class StoresBench {
    private static final int ROUNDS = 400;
    private static final int WARM_UP = 200;
    private static final Person PERSON = new Person(Person.small("ann").key(), 10_000);

    private StoresBench() {}

    public static void main(String[] arguments) throws IOException {
        try (AwsUnderTest aws = AwsUnderTest.fresh()) {
            sealing(aws);
            stores("aws", aws);
            System.out.println(
                    "calls to kms in all: " + LocalAws.shared().keys().calls());
        }
        try (EmbeddedUnderTest embedded = EmbeddedUnderTest.in(Files.createTempDirectory("payfleet-bench"))) {
            stores("embedded", embedded);
        }
    }

    private static void sealing(AwsUnderTest aws) {
        byte[] plain = new byte[PERSON.size()];
        Sealer branch = new EnvelopeSealer(() -> aws.rings().branch(BranchKey.SESSIONS), new KmsOutage());
        Sealer direct = new EnvelopeSealer(() -> aws.rings().direct(aws.config().keyArn()), new KmsOutage());
        byte[] byBranch = branch.seal(PERSON.key(), "session", plain);
        byte[] byKms = direct.seal(PERSON.key(), "session", plain);
        measure("seal 10 kB, branch key", () -> branch.seal(PERSON.key(), "session", plain));
        measure("open 10 kB, branch key", () -> branch.open(PERSON.key(), "session", byBranch));
        measure("seal 10 kB, kms each time", () -> direct.seal(PERSON.key(), "session", plain));
        measure("open 10 kB, kms each time", () -> direct.open(PERSON.key(), "session", byKms));
    }

    private static void stores(String side, StoresUnderTest stores) {
        stores.connections().connect(PERSON.key(), Person.PROVIDER, Person.credential(), Person.NOW);
        long fence = stores.sessions().claim(PERSON.key());
        measure(side + ": save a session", () -> stores.sessions().save(PERSON.key(), fence, PERSON.session()));
        measure(side + ": find a session", () -> stores.sessions().find(PERSON.key()));
        measure(side + ": put a result", () -> stores.results().put(PERSON.question(), PERSON.result(), fence));
        measure(side + ": find a result", () -> stores.results().find(PERSON.question(), Person.NOW));
        measure(side + ": open a credential", () -> stores.connections().credential(PERSON.key()));
        measure(
                side + ": begin a sign-in (refused)",
                () -> stores.ledger().begin(PERSON.key(), "f".repeat(64), 1, Person.NOW));
        measure(side + ": claim", () -> stores.sessions().claim(PERSON.key()));
    }

    private static void measure(String what, Runnable operation) {
        for (int i = 0; i < WARM_UP; i++) {
            operation.run();
        }
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            operation.run();
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        double seconds =
                Arrays.stream(nanos).sum() / (double) Duration.ofSeconds(1).toNanos();
        System.out.printf(
                "%-40s %7.0f a second, median %6.2f ms, 99th %6.2f ms%n",
                what, ROUNDS / seconds, millis(nanos[ROUNDS / 2]), millis(nanos[ROUNDS * 99 / 100]));
    }

    private static double millis(long nanos) {
        return nanos / (double) Duration.ofMillis(1).toNanos();
    }
}
