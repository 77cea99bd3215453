package dev.payfleet.awslocal.wire;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/// Words a refusal as the service that was asked would.
final class ErrorAnswer {
    private ErrorAnswer() {}

    static HttpMessage to(WireRequest request, Refused refused) {
        Service service = Service.of(request);
        ErrorCode error = service.word(refused.refusal());
        HttpMessage answer = answer(service, error)
                .message()
                .with("x-amzn-RequestId", UUID.randomUUID().toString())
                .with("Date", date(Instant.now().plus(refused.serverAhead())));
        return request.method().equals("HEAD") ? answer.withBody(new byte[0]) : answer;
    }

    private static Answer answer(Service service, ErrorCode error) {
        if (service == Service.S3) {
            return Answer.s3Error(error.status(), error.code());
        }
        String body =
                "{\"__type\":\"" + service.typePrefix() + error.code() + "\",\"message\":\"" + error.code() + "\"}";
        return new Answer(error.status(), service.contentType(), body);
    }

    private static String date(Instant time) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    }
}
