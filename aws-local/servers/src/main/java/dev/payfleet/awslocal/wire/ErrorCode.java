package dev.payfleet.awslocal.wire;

/// One refusal as one service words it.
///
/// @param status of HTTP
/// @param code the exception's name on the wire
record ErrorCode(int status, String code) {}
