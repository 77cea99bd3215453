package dev.payfleet.session.aws;

import dev.payfleet.session.ConnectionKey;
import java.time.Instant;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// What becomes of the head when a browser state is written: in one transaction, under the latest claim.
sealed interface HeadWrite {
    /// Keeps a state that is good until then.
    void save(ConnectionKey key, long claim, Instant until, TransactWriteItem put);

    /// Removes a state.
    void forget(ConnectionKey key, long claim, TransactWriteItem delete);

    /// Notes there until when the session is.
    record Noting(Fence fence) implements HeadWrite {
        @Override
        public void save(ConnectionKey key, long claim, Instant until, TransactWriteItem put) {
            fence.writeSession(key, claim, until, put);
        }

        @Override
        public void forget(ConnectionKey key, long claim, TransactWriteItem delete) {
            fence.removeSession(key, claim, delete);
        }
    }

    /// Looks at the claim alone.
    record Checking(Fence fence) implements HeadWrite {
        @Override
        public void save(ConnectionKey key, long claim, Instant until, TransactWriteItem put) {
            fence.write(key, claim, put);
        }

        @Override
        public void forget(ConnectionKey key, long claim, TransactWriteItem delete) {
            fence.write(key, claim, delete);
        }
    }
}
