package dev.payfleet.worker.grant.aws;

import static dev.payfleet.aws.Attributes.instant;
import static dev.payfleet.aws.Attributes.text;
import static dev.payfleet.aws.Attributes.timeToLive;

import dev.payfleet.aws.DynamoTable;
import dev.payfleet.aws.ExpirySweep;
import dev.payfleet.worker.grant.OneTimeGrant;
import dev.payfleet.worker.grant.UsedGrants;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Used grants in DynamoDB.
public final class DynamoUsedGrants implements UsedGrants {
    private static final String JOB_ID = "job_id";
    private static final String UNTIL = "until_at";
    private static final String UNUSED =
            "attribute_not_exists(" + JOB_ID + ") OR " + JOB_ID + " = :job OR " + UNTIL + " <= :now";

    private final DynamoTable table;
    private final ExpirySweep expired;
    private final InstantSource clock;

    private DynamoUsedGrants(DynamoTable table, InstantSource clock) {
        this.table = table;
        this.expired = new ExpirySweep(table, List.of(GrantTables.CLIENT, GrantTables.JTI), UNTIL, _ -> {});
        this.clock = clock;
    }

    /// Opens those of a deployment, and asks nothing yet. The client stays the caller's to close.
    ///
    /// @param prefix the deployment's, for example `payfleet`
    public static DynamoUsedGrants open(DynamoDbClient client, String prefix, InstantSource clock) {
        return new DynamoUsedGrants(new DynamoTable(client, GrantTables.USED_GRANTS.nameIn(prefix)), clock);
    }

    @Override
    public boolean use(OneTimeGrant grant, UUID job) {
        return table.update(
                        key(grant),
                        update -> update.updateExpression("SET job_id = :job, until_at = :until, expires = :expires")
                                .conditionExpression(UNUSED)
                                .expressionAttributeValues(Map.of(
                                        ":job", text(job.toString()),
                                        ":until", instant(grant.until()),
                                        ":expires", timeToLive(grant.until()),
                                        ":now", instant(clock.instant()))))
                .isPresent();
    }

    @Override
    public boolean mayUse(OneTimeGrant grant, UUID job) {
        Instant now = clock.instant();
        return table.get(key(grant))
                .filter(item -> item.instant(UNTIL).isAfter(now))
                .map(item -> item.text(JOB_ID).equals(job.toString()))
                .orElse(true);
    }

    private static Map<String, AttributeValue> key(OneTimeGrant grant) {
        return Map.of(GrantTables.CLIENT, text(grant.clientId()), GrantTables.JTI, text(grant.id()));
    }

    /// Deletes what DynamoDB has not deleted by itself.
    @Override
    public int sweep(Instant now) {
        return expired.sweep(now);
    }
}
