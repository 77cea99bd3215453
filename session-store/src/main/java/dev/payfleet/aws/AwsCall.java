package dev.payfleet.aws;

import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.StoreUnavailableException.Reason;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// Asks AWS something, and tells an answer about the data from no answer at all. The SDK has tried again before, as
/// often as [AwsClients] allows.
public final class AwsCall {
    /// What is said of the record that was asked for: the caller knows what it means.
    private static final Set<String> ANSWERS = Set.of(
            "ConditionalCheckFailedException",
            "TransactionCanceledException",
            "TransactionConflictException",
            "InvalidCiphertextException",
            "IncorrectKeyException",
            "NoSuchKey");

    private static final Set<String> BUSY = Set.of(
            "TransactionInProgressException",
            "ReplicatedWriteConflictException",
            "SlowDown",
            "LimitExceededException",
            "RequestLimitExceeded");

    private static final int SERVER_ERROR = 500;

    private AwsCall() {}

    /// The answer to the call.
    ///
    /// @param operation its name in the service's own documentation, for example `PutItem`
    /// @throws StoreUnavailableException when there was none that says anything about the data
    /// @throws SdkException for the answers that a caller handles: a condition that failed, an object that is gone
    public static <T> T answer(AwsService service, String operation, Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            if (isAnswer(failure)) {
                throw failure;
            }
            throw unavailable(service + " " + operation, failure);
        }
    }

    /// Whether the service judged the data, rather than failed to.
    public static boolean isAnswer(SdkException failure) {
        return failure instanceof AwsServiceException answered && ANSWERS.contains(code(answered));
    }

    /// What to throw in place of a failure of the SDK. Its own text may quote what was sent, so only the code is
    /// kept.
    ///
    /// @param asked service and operation
    public static StoreUnavailableException unavailable(String asked, SdkException failure) {
        if (failure instanceof AwsServiceException answered) {
            return new StoreUnavailableException(
                    reason(answered), asked, code(answered) + ", request " + answered.requestId());
        }
        return new StoreUnavailableException(
                Reason.UNREACHABLE, asked, failure.getClass().getSimpleName());
    }

    private static Reason reason(AwsServiceException answered) {
        if (answered.isThrottlingException() || BUSY.contains(code(answered))) {
            return Reason.BUSY;
        }
        return answered.statusCode() >= SERVER_ERROR ? Reason.UNREACHABLE : Reason.REFUSED;
    }

    private static String code(AwsServiceException answered) {
        return answered.awsErrorDetails() == null
                ? answered.getClass().getSimpleName()
                : answered.awsErrorDetails().errorCode();
    }
}
