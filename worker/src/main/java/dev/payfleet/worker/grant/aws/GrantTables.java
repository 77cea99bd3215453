package dev.payfleet.worker.grant.aws;

import dev.payfleet.aws.TableKey;
import dev.payfleet.aws.TableShape;
import java.util.List;
import java.util.Optional;

/// What the table of used grants looks like.
public final class GrantTables {
    static final String CLIENT = "client_id";
    static final String JTI = "jti";
    static final String EXPIRES = "expires";

    /// One item for each grant that is good for one job.
    public static final TableShape USED_GRANTS = new TableShape(
            "used-grants", TableKey.text(CLIENT), Optional.of(TableKey.text(JTI)), Optional.of(EXPIRES), List.of());

    /// All of them.
    public static final List<TableShape> ALL = List.of(USED_GRANTS);

    private GrantTables() {}
}
