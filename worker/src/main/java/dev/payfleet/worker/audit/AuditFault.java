package dev.payfleet.worker.audit;

/// Something that is wrong with the audit log.
///
/// @param chain where
/// @param from the first sequence number that it is about
/// @param to the last one
/// @param kind what
public record AuditFault(String chain, long from, long to, Kind kind) {
    /// What can be wrong.
    public enum Kind {
        /// Records are missing whose time is not over.
        REMOVED("removed"),
        /// A record is not as it was written, or was never written by us.
        ALTERED("altered"),
        /// A record was written for another place.
        OUT_OF_ORDER("out of order"),
        /// Records follow the last one that there is.
        ADDED("added after the last one"),
        /// It was hashed with a key that is not known here.
        UNKNOWN_KEY("hashed with a key that is not known here"),
        /// The chain's head is not as it was written.
        HEAD_ALTERED("the chain's head is altered"),
        /// The chain has no head.
        HEAD_REMOVED("the chain's head is removed"),
        /// The chain's head is an earlier one: sound records follow it.
        HEAD_OUTDATED("the chain's head is an earlier one");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// For people.
        public String words() {
            return words;
        }
    }

    static AuditFault of(AuditRecord record, Kind kind) {
        return new AuditFault(record.chain(), record.seq(), record.seq(), kind);
    }
}
