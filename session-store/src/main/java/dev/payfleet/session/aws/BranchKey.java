package dev.payfleet.session.aws;

/// The branch keys of a deployment. KMS sees a key's id as encryption context, so that a role may be allowed the
/// one and not the other.
enum BranchKey {
    /// For sessions and device trust: only workers need it. The key for keyed hashes hangs on it as well.
    SESSIONS("sessions"),
    /// For results, which who asked for them reads too.
    RESULTS("results");

    private final String id;

    BranchKey(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
