package dev.payfleet.worker.retention.aws;

import dev.payfleet.worker.retention.BrokenPromise;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/// One question to AWS about a place.
///
/// @param subject what it is about, in the words of AWS's own documentation
/// @param expected what was promised
/// @param finding asks, and says what was found where that is not it
record Question(String subject, String expected, Supplier<Optional<String>> finding) {
    /// The codes by which S3 says that there is no such thing.
    private static final Set<String> NONE = Set.of(
            "NoSuchPublicAccessBlockConfiguration",
            "ServerSideEncryptionConfigurationNotFoundError",
            "NoSuchLifecycleConfiguration",
            "NoSuchBucketPolicy");

    /// Asks. No answer is as bad as a wrong one: a promise that cannot be looked at is not known to hold.
    Optional<BrokenPromise> ask(String place) {
        return found().map(found -> new BrokenPromise(place, subject, found, expected));
    }

    private Optional<String> found() {
        try {
            return finding.get();
        } catch (AwsServiceException e) {
            String code = e.awsErrorDetails() == null ? "" : e.awsErrorDetails().errorCode();
            return Optional.of(NONE.contains(code) ? "none" : "no answer (" + code + ")");
        } catch (SdkException e) {
            return Optional.of("no answer (" + e.getClass().getSimpleName() + ")");
        }
    }
}
