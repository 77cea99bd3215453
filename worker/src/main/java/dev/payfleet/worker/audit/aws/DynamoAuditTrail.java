package dev.payfleet.worker.audit.aws;

import dev.payfleet.aws.AwsService;
import dev.payfleet.aws.Contention;
import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.Transaction;
import dev.payfleet.session.ChainKey;
import dev.payfleet.worker.audit.AuditEvent;
import dev.payfleet.worker.audit.AuditHead;
import dev.payfleet.worker.audit.AuditLines;
import dev.payfleet.worker.audit.AuditRecord;
import dev.payfleet.worker.audit.AuditTrail;
import dev.payfleet.worker.audit.Chain;
import dev.payfleet.worker.audit.ChainCheck;
import dev.payfleet.worker.audit.Verification;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// The audit log in DynamoDB. Each process has a chain of its own, so that no worker waits for another; a register,
/// which is a chain as well, names them all, so that a whole one is missed when it is removed.
public final class DynamoAuditTrail implements AuditTrail {
    private static final String REGISTER = "register";
    private static final String APPEND = AwsService.DYNAMODB + " (audit log, append)";

    private final DynamoTable table;
    private final ChainKey key;
    private final InstantSource clock;
    private final DynamoChain register;
    private final DynamoChain own;
    private final ReentrantLock turn = new ReentrantLock();

    /// The own chain's head as this process knows it; null where it has to be asked for.
    private @Nullable AuditHead head;

    private boolean registered;

    private DynamoAuditTrail(DynamoTable table, ChainKey key, InstantSource clock) {
        this.table = table;
        this.key = key;
        this.clock = clock;
        this.register = chain(REGISTER);
        String day = DateTimeFormatter.BASIC_ISO_DATE.withZone(ZoneOffset.UTC).format(clock.instant());
        this.own = chain(day + "-" + UUID.randomUUID());
    }

    /// Opens the log of a deployment, and asks nothing yet. The client stays the caller's to close.
    ///
    /// @param prefix the deployment's, for example `payfleet`
    public static DynamoAuditTrail open(DynamoDbClient client, String prefix, ChainKey key, InstantSource clock) {
        return new DynamoAuditTrail(new DynamoTable(client, AuditTables.AUDIT.nameIn(prefix)), key, clock);
    }

    private DynamoChain chain(String name) {
        return new DynamoChain(table, new Chain(name, key));
    }

    @Override
    public void append(AuditEvent event) {
        turn.lock();
        try {
            if (!registered) {
                register();
            }
            AuditLines.written(Contention.settle(APPEND, () -> appended(event)));
        } catch (RuntimeException e) {
            // Whether it was written is not known: the next one asks.
            head = null;
            throw e;
        } finally {
            turn.unlock();
        }
    }

    /// @return empty when the head was not the one that is stored
    private Optional<AuditRecord> appended(AuditEvent event) {
        AuditHead known = head == null ? own.head().orElseThrow(DynamoAuditTrail::headless) : head;
        Chain.Link link = own.chain().next(known, event, clock.instant());
        boolean written = Transaction.write(
                        table.client(), List.of(own.put(link.record()), own.move(known, link.head())))
                .isEmpty();
        head = written ? link.head() : null;
        return written ? Optional.of(link.record()) : Optional.empty();
    }

    private static IllegalStateException headless() {
        return new IllegalStateException("the audit log's chain of this process has lost its head: see audit verify");
    }

    /// The name in the register, and a head in the chain: together, so that a chain without a head was deprived of
    /// it. A process that dies before its first record leaves an empty chain.
    private void register() {
        AuditHead announced = own.chain().announced(clock.instant());
        AuditEvent opened = new AuditEvent.ChainOpened(own.chain().name());
        AuditRecord record = Contention.settle(APPEND, () -> registered(opened, announced));
        AuditLines.written(record);
        head = announced;
        registered = true;
    }

    private Optional<AuditRecord> registered(AuditEvent opened, AuditHead announced) {
        AuditHead known = register.head().orElseGet(register.chain()::beginning);
        Chain.Link link = register.chain().next(known, opened, clock.instant());
        List<TransactWriteItem> writes = List.of(
                register.put(link.record()),
                register.move(known, link.head()),
                own.move(own.chain().beginning(), announced));
        if (Transaction.write(table.client(), writes).isEmpty()) {
            return Optional.of(link.record());
        }
        // A try whose answer was lost may have succeeded, and then stands in its own way.
        return own.head().isPresent() ? register.record(link.record().seq()) : Optional.empty();
    }

    @Override
    public void read(Instant since, Consumer<AuditRecord> reader) {
        for (Listed each : listed()) {
            chain(each.name()).read(record -> {
                if (!record.at().isBefore(since)) {
                    reader.accept(record);
                }
            });
        }
    }

    /// @param since when it was opened
    private record Listed(String name, Instant since) {}

    /// The chains that the register names, itself included.
    private List<Listed> listed() {
        List<Listed> all = new ArrayList<>(List.of(new Listed(REGISTER, Instant.MAX)));
        register.read(record -> Optional.ofNullable(record.fields().get("opened"))
                .ifPresent(name -> all.add(new Listed(name, record.at()))));
        return all;
    }

    @Override
    public Verification verify(Verification.Progress progress) {
        List<Listed> chains = listed();
        if (chains.size() == 1 && register.head().isEmpty()) {
            return Verification.NOTHING;
        }
        Instant forgotten = clock.instant().minus(LIFE);
        Verification all = Verification.NOTHING;
        for (Listed each : chains) {
            long before = all.records();
            all = all.and(verify(each, forgotten, read -> progress.read(before + read)));
        }
        return all;
    }

    /// The head is read before the records, and once more where they went beyond it: others write meanwhile.
    private Verification verify(Listed listed, Instant forgotten, Verification.Progress progress) {
        DynamoChain chain = chain(listed.name());
        Optional<AuditHead> known = chain.head();
        ChainCheck check = new ChainCheck(chain.chain());
        long[] read = {0};
        chain.read(record -> {
            check.read(record, forgotten);
            progress.read(++read[0]);
        });
        if (known.isEmpty() && read[0] == 0 && listed.since().isBefore(forgotten)) {
            // It outlived its time as a whole, and the register is about to forget it as well.
            return Verification.NOTHING;
        }
        boolean beyond = known.isPresent() && known.get().seq() < check.reached();
        return check.end(beyond ? chain.head() : known, forgotten);
    }

    /// DynamoDB deletes by itself, and nobody else may.
    @Override
    public int sweep(Instant now) {
        return 0;
    }
}
