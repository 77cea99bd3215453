package dev.payfleet.worker.cli;

import dev.payfleet.session.keys.KeyRotation;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.fleet.OpenKeys;
import dev.payfleet.worker.terminal.InWords;
import dev.payfleet.worker.terminal.Style;
import java.util.List;
import picocli.CommandLine;

/// `keys rotate`: a new key, and everything sealed anew under it.
@CommandLine.Command(
        description = {
            "Makes a new key and seals everything anew under it, while the fleet works; on AWS a new version of each branch"
                    + " key, and credentials only where they are under a former key of KMS. Ended in the middle, by"
                    + " whatever, it leaves everything readable, and goes on when it is started again. Ends once no"
                    + " process can still seal under a former key. A copy of the key file from before opens backups"
                    + " from before: keep it as long as them."
        },
        footer = {"  ./payfleet keys rotate"})
final class KeysRotateCommand implements Command {
    private final CommandContext context;

    KeysRotateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public ExitCode run() throws InterruptedException {
        try (OpenKeys keys = context.keys()) {
            KeyRotation rotation = rotated(keys);
            context.out().table(KeysTable.of(keys.desk().status()));
            if (rotation.broken() > 0) {
                context.out()
                        .line(
                                Style.BAD,
                                InWords.count(rotation.broken(), "record", "records")
                                        + " under no key that is there: left as they are.");
            }
            context.out().line(Style.GOOD, told(rotation));
            return ExitCode.DONE;
        }
    }

    private KeyRotation rotated(OpenKeys keys) throws InterruptedException {
        try (RotationPicture picture = new RotationPicture(context.out(), context.clock())) {
            KeyRotation rotation = keys.desk().rotate(picture);
            keys.told()
                    .accept(new AuditEvent.KeysRotated(
                            "sealing", named(rotation.former()), named(rotation.sealsNow())));
            return rotation;
        }
    }

    private static String told(KeyRotation rotation) {
        return "%s sealed anew in %s%s. %s seals now, in place of %s."
                .formatted(
                        InWords.count(rotation.total(), "record", "records"),
                        InWords.duration(rotation.took()),
                        rotation.resumed() ? ", by a rotation that had begun before" : "",
                        ids(rotation.sealsNow()),
                        rotation.former().isEmpty() ? "none" : ids(rotation.former()));
    }

    private static String named(List<String> ids) {
        return ids.isEmpty() ? "none" : ids.getFirst();
    }

    private static String ids(List<String> ids) {
        return String.join(", ", ids.stream().map(KeysTable::shortened).toList());
    }
}
