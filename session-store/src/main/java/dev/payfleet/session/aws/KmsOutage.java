package dev.payfleet.session.aws;

import dev.payfleet.aws.AwsCall;
import dev.payfleet.session.StoreUnavailableException;
import dev.payfleet.session.sealing.KeyOutage;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;

/// Looks for an answer of AWS's that says nothing of the record in what the encryption library throws.
final class KmsOutage implements KeyOutage {
    private static final String ASKED = "the key in KMS or its table";

    @Override
    public Optional<StoreUnavailableException> behind(RuntimeException failure) {
        return within(failure)
                .filter(SdkException.class::isInstance)
                .map(SdkException.class::cast)
                .filter(said -> !AwsCall.isAnswer(said))
                .findFirst()
                .map(said -> AwsCall.unavailable(ASKED, said));
    }

    private static Stream<Throwable> within(Throwable failure) {
        return Stream.of(failure);
    }
}
