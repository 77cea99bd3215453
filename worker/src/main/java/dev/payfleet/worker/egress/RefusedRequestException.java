package dev.payfleet.worker.egress;

/// A request of a shape that is not forwarded. Names the part, never what was in it.
final class RefusedRequestException extends Exception {
    RefusedRequestException(String part) {
        super(part + " is not of a shape that is forwarded");
    }
}
