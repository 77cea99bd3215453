package dev.payfleet.worker.egress;

import java.nio.charset.StandardCharsets;

/// The status of an answer, which is all that matters here of its head.
final class AnswerStatus {
    /// `HTTP/1.1 200`: as much as tells the status.
    static final int LENGTH = 12;

    private AnswerStatus() {}

    /// Reads it off the answer's first bytes, or refuses what is not HTTP.
    static int of(byte[] answer) throws RefusedRequestException {
        String start = new String(answer, 0, Math.min(answer.length, LENGTH), StandardCharsets.ISO_8859_1);
        if (!start.matches("HTTP/1\\.[01] [1-5][0-9][0-9]")) {
            throw new RefusedRequestException("the answer");
        }
        return Integer.parseInt(start.substring(9));
    }
}
