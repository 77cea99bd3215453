package dev.payfleet.worker.evidence.aws;

import dev.payfleet.worker.evidence.Evidence;
import dev.payfleet.worker.evidence.EvidenceId;
import dev.payfleet.worker.evidence.EvidenceOwner;
import dev.payfleet.worker.evidence.EvidenceStore;
import dev.payfleet.worker.evidence.EvidenceText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Evidence as objects: `pictures/<owner>/<id>.png`, and `texts/<id>/<owner>.txt` for the rest.
///
/// The text is written last and deleted first, and evidence without its text does not exist: what a killed worker
/// leaves half-written is never shown, and the sweep takes it away. The bucket's lifecycle deletes what no worker
/// does, but by whole days and when S3 gets to it; the five days to the hour are the sweep's.
public final class S3EvidenceStore implements EvidenceStore {
    /// As many as one request may delete.
    private static final int BATCH = 1000;

    private final EvidenceBucket bucket;

    /// @param s3 closed by whoever made it
    /// @param bucket private, with a lifecycle of five days, without versions
    /// @param key the ARN of the KMS key that each object is encrypted under
    public S3EvidenceStore(S3Client s3, String bucket, String key) {
        this.bucket = new EvidenceBucket(s3, bucket, key);
    }

    @Override
    public EvidenceId save(Evidence evidence) {
        EvidenceName name = new EvidenceName(evidence.owner(), TimedId.at(evidence.takenAt()));
        bucket.put(name.picture(), "image/png", evidence.picture().bytes());
        bucket.put(name.text(), "text/plain; charset=utf-8", EvidenceText.of(evidence));
        return name.id();
    }

    @Override
    public Optional<Evidence> find(EvidenceId id) {
        return bucket.first(EvidenceName.textsOf(id))
                .flatMap(EvidenceName::ofText)
                .flatMap(name -> bucket.get(name.text())
                        .flatMap(text -> bucket.get(name.picture())
                                .map(picture -> EvidenceText.read(
                                        name.owner(), new String(text, StandardCharsets.UTF_8), picture))));
    }

    @Override
    public int count(EvidenceOwner owner) {
        return pictures(EvidenceName.picturesOf(owner)).size();
    }

    @Override
    public int wipe(EvidenceOwner owner) {
        List<EvidenceName> all = pictures(EvidenceName.picturesOf(owner));
        return all.size() - delete(all);
    }

    @Override
    public Swept sweep(Instant now) {
        List<EvidenceName> all = pictures(EvidenceName.PICTURES);
        Instant end = now.minus(LIFE);
        List<EvidenceName> over = all.stream()
                .filter(name -> !TimedId.takenAt(name.id()).isAfter(end))
                .toList();
        int failed = delete(over);
        return new Swept(over.size() - failed, all.size() - over.size(), failed);
    }

    private List<EvidenceName> pictures(String prefix) {
        return bucket.list(prefix).stream()
                .map(S3Object::key)
                .flatMap(key -> EvidenceName.ofPicture(key).stream())
                .toList();
    }

    /// Deletes texts and then pictures; a picture stays where its text could not be deleted, so that it is found
    /// again.
    ///
    /// @return how many pieces could not be deleted
    private int delete(List<EvidenceName> pieces) {
        int failed = 0;
        for (int from = 0; from < pieces.size(); from += BATCH) {
            failed += deleteBatch(pieces.subList(from, Math.min(pieces.size(), from + BATCH)));
        }
        return failed;
    }

    private int deleteBatch(List<EvidenceName> pieces) {
        Set<String> left = bucket.delete(pieces.stream().map(EvidenceName::text).toList());
        List<String> pictures = new ArrayList<>();
        for (EvidenceName piece : pieces) {
            if (!left.contains(piece.text())) {
                pictures.add(piece.picture());
            }
        }
        return pieces.size() - pictures.size() + bucket.delete(pictures).size();
    }
}
