package dev.payfleet.worker.egress;

/// Carries a trouble to the place that answers the client.
final class EgressFault extends Exception {
    private final EgressTrouble trouble;

    EgressFault(EgressTrouble trouble) {
        super(trouble.wireName(), null, false, false);
        this.trouble = trouble;
    }

    EgressTrouble trouble() {
        return trouble;
    }
}
