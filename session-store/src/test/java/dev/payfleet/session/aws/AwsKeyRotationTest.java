package dev.payfleet.session.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.payfleet.aws.Attributes;
import dev.payfleet.aws.Item;
import dev.payfleet.awslocal.LocalAws;
import dev.payfleet.session.KeyRotationContract;
import dev.payfleet.session.StoredCredential;
import dev.payfleet.session.StoresUnderTest;
import dev.payfleet.session.keys.KeyRotation;
import dev.payfleet.session.keys.KeyUse;
import dev.payfleet.session.keys.RotationWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsKeyRotationTest extends KeyRotationContract {
    @Override
    protected StoresUnderTest open(Path folder) {
        return AwsUnderTest.fresh(Duration.ofSeconds(2));
    }

    private static final class StopException extends RuntimeException {}

    /// Ends a rotation once it began, or once the first record is done.
    private record Stopping(boolean atOnce) implements RotationWatch {
        @Override
        public void began(boolean resumed, List<String> sealsNow, long records) {
            if (atOnce) {
                throw new StopException();
            }
        }

        @Override
        public void resealed(long done, long left) {
            throw new StopException();
        }

        @Override
        public void waits(Duration most) {}

        @Override
        public void ended(KeyRotation rotation) {}
    }

    @Test
    void stoppedInTheMiddleItGoesOnUnderTheVersionThatItHadMade() throws Exception {
        AwsUnderTest deployment = (AwsUnderTest) stores;
        Person ann = Person.small("ann");
        Person ben = Person.large("ben");
        ann.fill(deployment.door());
        ben.fill(deployment.door());
        assertThatThrownBy(() -> stores.keysOfAnIdleFleet().rotate(new Stopping(true)))
                .isInstanceOf(StopException.class);
        assertThatThrownBy(() -> stores.keysOfAnIdleFleet().rotate(new Stopping(false)))
                .isInstanceOf(StopException.class);
        int versions = stores.keys().status().size();

        KeyRotation rotation = stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);

        assertThat(rotation.resumed()).isTrue();
        assertThat(rotation.total()).isEqualTo(5);
        assertThat(stores.keys().status())
                .hasSize(versions)
                .filteredOn(use -> !use.seals())
                .isNotEmpty()
                .allSatisfy(use -> assertThat(use.total()).isZero());
        assertThat(stores.sessions().find(ann.key())).contains(ann.session());
        assertThat(stores.trusts().find(ben.key())).contains(ben.trust());
        assertThat(stores.results().find(ben.question(), Person.NOW)).contains(ben.result());
    }

    @Test
    void ofALargeRecordOnlyTheNewObjectIsLeft() throws Exception {
        AwsUnderTest deployment = (AwsUnderTest) stores;
        Person.large("ben").fill(deployment.door());
        List<String> before = objects(deployment);

        stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);

        assertThat(objects(deployment)).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
    }

    private static List<String> objects(AwsUnderTest deployment) {
        return deployment
                .s3()
                .listObjectsV2(list -> list.bucket(deployment.config().bucket()))
                .contents()
                .stream()
                .map(object -> object.key())
                .toList();
    }

    /// Whoever wipes wins: what was read for a rotation is not written back.
    @Test
    void whatIsWipedWhileKeysAreReplacedStaysWiped() throws Exception {
        AwsUnderTest deployment = (AwsUnderTest) stores;
        Person ann = Person.small("ann");
        ann.fill(deployment.door());
        SealedItemTable table = deployment.sealedTables().sessions();
        List<Item> found = new ArrayList<>();
        table.each(found::add);

        stores.connections().disconnect(ann.key(), Person.NOW);

        assertThat(found)
                .hasSize(2)
                .allSatisfy(item -> assertThat(table.replace(item, Map.of("sealed", Attributes.bytes(new byte[] {1}))))
                        .isFalse());
        assertThat(stores.sessions().find(ann.key())).isEmpty();
    }

    @Test
    void credentialsMoveToTheKeyOfKmsThatIsConfigured() throws Exception {
        Person ann = Person.small("ann");
        AwsUnderTest former = (AwsUnderTest) stores;
        ann.fill(former.door());
        String arn = LocalAws.shared().keys().createKey();
        try (AwsUnderTest moved = former.under(arn)) {
            assertThat(sealedUnderKms(moved, arn)).isZero();
            try (StoredCredential stored =
                    moved.connections().credential(ann.key()).orElseThrow()) {
                assertThat(stored.credential()).isEqualTo(Person.credential());
            }

            KeyRotation rotation = moved.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);

            assertThat(rotation.resealed()).containsEntry("credentials", 1L);
            assertThat(rotation.sealsNow()).contains(arn);
            assertThat(rotation.former()).contains(former.config().keyArn());
            assertThat(sealedUnderKms(moved, arn)).isEqualTo(1);
            assertThat(moved.sessions().find(ann.key())).contains(ann.session());
            assertThat(moved.connections().credential(ann.key())).isPresent();
        }
    }

    private static long sealedUnderKms(AwsUnderTest stores, String arn) {
        return stores.keys().status().stream()
                .filter(use -> use.id().equals(arn))
                .mapToLong(KeyUse::total)
                .sum();
    }

    /// Counting needs no right to the keys.
    @Test
    void statusAsksKmsForNothing() {
        Person.small("ann").fill(((AwsUnderTest) stores).door());
        long before = LocalAws.shared().keys().calls().values().stream()
                .mapToLong(Long::longValue)
                .sum();

        assertThat(stores.keys().status()).isNotEmpty();

        assertThat(LocalAws.shared().keys().calls().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(before);
    }

    @Test
    void hashingKeysDifferByUseAndStay() throws Exception {
        AwsUnderTest deployment = (AwsUnderTest) stores;
        byte[] chain = deployment.door().hashingKey("audit chain").getEncoded();
        assertThat(deployment.door().hashingKey("another").getEncoded()).isNotEqualTo(chain);

        stores.keysOfAnIdleFleet().rotate(RotationWatch.NOBODY);

        assertThat(deployment.later().hashingKey("audit chain").getEncoded()).isEqualTo(chain);
    }
}
