package dev.payfleet.awslocal.wire;

/// What befalls the messages of a receive.
enum Delivery implements Fault {
    AGAIN,
    LATE,
    IN_REVERSE
}
