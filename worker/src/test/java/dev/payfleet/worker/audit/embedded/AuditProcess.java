package dev.payfleet.worker.audit.embedded;

import dev.payfleet.session.ConnectionKey;
import dev.payfleet.sqlite.SqliteFile;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.audit.AuditedJob;
import dev.payfleet.worker.audit.ChainKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.UUID;

/// A process that writes records one after the other, and says what one of them took.
final class AuditProcess {
    private static final AuditedJob JOB = new AuditedJob(new UUID(0, 1), new ConnectionKey("acme", "ann"), "larkspur");

    private AuditProcess() {}

    static Process start(Path folder, int records) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        AuditProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(records))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) {
        int records = Integer.parseInt(arguments[1]);
        try (SqliteFile file = SqliteFile.open(Path.of(arguments[0]).resolve("payfleet.db"))) {
            AuditTrail trail = SqliteAuditTrail.open(file, ChainKeys.named("key"), InstantSource.system());
            long[] took = new long[records];
            for (int i = 0; i < records; i++) {
                long begun = System.nanoTime();
                trail.append(new AuditEvent.SignInAttempted(JOB, i));
                took[i] = (System.nanoTime() - begun) / 1000;
            }
            Arrays.sort(took);
            System.out.println("median " + took[records / 2] + " us");
        }
    }
}
