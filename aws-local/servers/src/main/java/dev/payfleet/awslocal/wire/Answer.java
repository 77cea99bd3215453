package dev.payfleet.awslocal.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// An answer from a script.
///
/// @param status of HTTP
/// @param contentType empty for none
/// @param body empty for none
public record Answer(int status, String contentType, String body) {
    /// 200 and nothing else.
    public static Answer ok() {
        return new Answer(200, "", "");
    }

    /// 200 and XML, as S3 answers.
    public static Answer xml(String body) {
        return new Answer(200, "application/xml", body);
    }

    /// 200 and JSON, as every other service answers.
    public static Answer json(String body) {
        return new Answer(200, "application/x-amz-json-1.0", body);
    }

    /// An error as S3 words it.
    ///
    /// @param code for example `NoSuchLifecycleConfiguration`
    public static Answer s3Error(int status, String code) {
        return new Answer(
                status,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code + "</Code><Message>" + code
                        + "</Message><RequestId>local</RequestId></Error>");
    }

    HttpMessage message() {
        HttpMessage message =
                new HttpMessage("HTTP/1.1 " + status + " Scripted", List.of(), body.getBytes(StandardCharsets.UTF_8));
        return contentType.isEmpty() ? message : message.with("Content-Type", contentType);
    }
}
