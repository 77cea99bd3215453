package dev.payfleet.session.aws;

import dev.payfleet.aws.AwsCall;
import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.sealing.KeyOutage;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.cryptography.materialproviders.model.CollectionOfErrors;

/// Looks for an answer of AWS's that says nothing of the record in what the encryption library throws: it is thrown
/// on as it came, or in a list of what was tried.
final class KmsOutage implements KeyOutage {
    @Override
    public Optional<StoreUnavailableException> behind(RuntimeException failure) {
        return said(failure)
                .filter(answer -> !AwsCall.isAnswer(answer))
                .findFirst()
                .map(answer -> AwsCall.unavailable("unwrapping a key by " + service(answer), answer));
    }

    /// The library's answer, or the outage behind its failure.
    <T> T answer(Supplier<T> library) {
        try {
            return library.get();
        } catch (RuntimeException failure) {
            throw behind(failure).map(RuntimeException.class::cast).orElse(failure);
        }
    }

    private static Stream<SdkException> said(RuntimeException failure) {
        return switch (failure) {
            case SdkException said -> Stream.of(said);
            case CollectionOfErrors tried -> said(tried.list());
            case software.amazon.cryptography.keystore.model.CollectionOfErrors tried -> said(tried.list());
            default -> Stream.empty();
        };
    }

    private static Stream<SdkException> said(List<RuntimeException> failures) {
        return failures.stream().flatMap(KmsOutage::said);
    }

    private static String service(SdkException said) {
        return said instanceof AwsServiceException answered && answered.awsErrorDetails() != null
                ? answered.awsErrorDetails().serviceName()
                : "KMS or DynamoDB";
    }
}
