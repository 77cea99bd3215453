package dev.payfleet.session.aws;

import dev.payfleet.session.Sealer;
import dev.payfleet.session.SealerContract;
import dev.payfleet.session.sealing.EnvelopeSealer;
import org.junit.jupiter.api.AfterEach;

class DirectSealerTest extends SealerContract {
    private final AwsUnderTest stores = AwsUnderTest.fresh();
    private final AwsUnderTest others = AwsUnderTest.fresh();

    @AfterEach
    void closeStores() {
        stores.close();
        others.close();
    }

    @Override
    protected Sealer sealer() {
        return sealerOf(stores);
    }

    @Override
    protected Sealer sealerOfAnotherKey() {
        return sealerOf(others);
    }

    private static Sealer sealerOf(AwsUnderTest stores) {
        return new EnvelopeSealer(() -> stores.rings().direct(stores.config().keyArn()), new KmsOutage());
    }
}
