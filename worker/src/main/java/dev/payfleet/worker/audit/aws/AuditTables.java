package dev.payfleet.worker.audit.aws;

import dev.payfleet.aws.TableKey;
import dev.payfleet.aws.TableShape;
import java.util.List;
import java.util.Optional;

/// What the table of the audit log looks like.
public final class AuditTables {
    static final String CHAIN = "chain";
    static final String SEQ = "seq";
    static final String EXPIRES = "expires";

    /// Chains of numbered records. In place zero of each lies its head. A worker may put and query, and delete
    /// nothing: what is over goes by its time to live.
    public static final TableShape AUDIT = new TableShape(
            "audit", TableKey.text(CHAIN), Optional.of(TableKey.number(SEQ)), Optional.of(EXPIRES), List.of());

    /// All of them.
    public static final List<TableShape> ALL = List.of(AUDIT);

    private AuditTables() {}
}
