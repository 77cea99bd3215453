package dev.payfleet.aws;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/// Writes to several items that happen all or not at all.
public final class Transaction {
    private static final String OPERATION = "TransactWriteItems";
    private static final String REFUSED = "ConditionalCheckFailed";
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded");

    private Transaction() {}

    /// Writes. The SDK gives the request a token, so that a try whose answer was lost is not done twice.
    ///
    /// @return empty when it was done; otherwise the positions of the writes whose conditions did not hold
    /// @throws dev.payfleet.session.StoreUnavailableException when it is not known whether it was done
    public static Set<Integer> write(DynamoDbClient client, List<TransactWriteItem> writes) {
        return Contention.settle(AwsService.DYNAMODB + " " + OPERATION, () -> attempt(client, writes));
    }

    private static Optional<Set<Integer>> attempt(DynamoDbClient client, List<TransactWriteItem> writes) {
        TransactWriteItemsRequest request =
                TransactWriteItemsRequest.builder().transactItems(writes).build();
        try {
            AwsCall.answer(AwsService.DYNAMODB, OPERATION, () -> client.transactWriteItems(request));
            return Optional.of(Set.of());
        } catch (TransactionCanceledException canceled) {
            return refused(canceled);
        }
    }

    private static Optional<Set<Integer>> refused(TransactionCanceledException canceled) {
        List<CancellationReason> reasons = canceled.cancellationReasons();
        Set<Integer> refused = IntStream.range(0, reasons.size())
                .filter(i -> REFUSED.equals(reasons.get(i).code()))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
        if (!refused.isEmpty()) {
            return Optional.of(refused);
        }
        if (reasons.stream().anyMatch(reason -> PASSING.contains(reason.code()))) {
            return Optional.empty();
        }
        throw AwsCall.unavailable(AwsService.DYNAMODB + " " + OPERATION, canceled);
    }
}
